import type { City } from '#access';
import { canonicalHash } from '#documents';
import { ensure, refuse } from '#kernel/refusal';
import type { ProposalInputs } from '../domain/figures.ts';
import { findProposal, type ProposalId, type ProposalRow } from '../store/proposal.ts';
import '../refusals.ts';

/** What a proposal was made from, refused where it is not that of its hash. */
export function inputsOf({ inputs, hash }: Pick<ProposalRow, 'inputs' | 'hash'>): ProposalInputs {
  ensure(canonicalHash(inputs) === hash, 'pressure.copy_altered');
  return JSON.parse(inputs) as ProposalInputs;
}

export async function getProposal(city: City, id: ProposalId): Promise<ProposalRow> {
  return (await findProposal(city.tx, id)) ?? refuse('pressure.no_proposal');
}
