import { type City, ensureMay } from '#access';
import { canonicalHash, canonicalJson, type Plain } from '#documents';
import { rowOf } from '../domain/make-inputs.ts';
import type { ProposalId } from '../store/proposal.ts';
import { proposalsNow } from './make-proposals.ts';
import { getProposal, inputsOf } from './proposal-inputs.ts';

/**
 * Makes a proposal again twice: from what was kept with it, and from what the month's locked figures and the pack in force
 * say today.
 */
export async function replayProposal(city: City, id: ProposalId) {
  ensureMay(city, 'pressure.view', {});
  const kept = await getProposal(city, id);
  const inputs = inputsOf(kept);
  const now = await proposalsNow(city, kept.month);
  const again = now?.proposals.find(({ subject }) => subject.id === kept.subjectId);
  const hash = again ? canonicalHash(canonicalJson(again as unknown as Plain)) : null;
  return {
    hash: kept.hash,
    fromKept: rowOf(inputs)?.row.id === inputs.row,
    today: hash === null ? ('none' as const) : hash === kept.hash ? ('same' as const) : ('other' as const),
    rulesChanged: again
      ? canonicalJson(again.rows as unknown as Plain) !== canonicalJson(inputs.rows as unknown as Plain)
      : false,
  };
}
