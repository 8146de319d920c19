import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Id } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { Form } from '../domain/form.ts';

export type ProposalId = Id<'pressure-proposal'>;

export type ProposalRow = {
  readonly proposalId: ProposalId;
  readonly month: Month;
  readonly subjectKind: 'project' | 'unit';
  readonly subjectId: string;
  readonly document: Form;
  /** Canonical, byte for byte as it was made. */
  readonly inputs: string;
  readonly hash: string;
  readonly madeBy: string;
  readonly madeAt: Date;
};

const columns = sql`proposal_id as "proposalId", month, subject_kind as "subjectKind", subject_id as "subjectId",
  document, inputs, hash, made_by as "madeBy", made_at as "madeAt"`;

export async function readProposals(tx: Tx, month: Month): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`select ${columns} from city.pressure_proposal
    where city_id = ${tx.scope.cityId} and month = ${month} order by subject_kind, subject_id`.execute(
    tables(tx),
  );
  return rows;
}

export async function readProposalsOf(
  tx: Tx,
  subjectKind: 'project' | 'unit',
  subjectId: string,
): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`select ${columns} from city.pressure_proposal
    where city_id = ${tx.scope.cityId} and subject_kind = ${subjectKind} and subject_id = ${subjectId}::uuid
    order by month`.execute(tables(tx));
  return rows;
}

export async function findProposal(tx: Tx, id: ProposalId): Promise<ProposalRow | undefined> {
  const { rows } = await sql<ProposalRow>`select ${columns} from city.pressure_proposal
    where city_id = ${tx.scope.cityId} and proposal_id = ${id}`.execute(tables(tx));
  return rows[0];
}

/** Months that have proposals, the latest first. */
export async function proposalMonths(tx: Tx): Promise<Month[]> {
  const { rows } = await sql<{ month: Month }>`select distinct month from city.pressure_proposal
    where city_id = ${tx.scope.cityId} order by month desc`.execute(tables(tx));
  return rows.map(({ month }) => month);
}

/** One subject has one proposal a month, whoever makes them at the same time. Returns how many were new. */
export async function addProposals(
  tx: Tx,
  rows: readonly Omit<ProposalRow, 'madeAt'>[],
  madeAt: Date,
): Promise<number> {
  if (rows.length === 0) return 0;
  const { rows: added } = await sql<{ id: string }>`insert into city.pressure_proposal
      (city_id, proposal_id, month, subject_kind, subject_id, document, inputs, hash, made_by, made_at)
    select ${tx.scope.cityId}, r."proposalId", r.month, r."subjectKind", r."subjectId", r.document, r.inputs, r.hash,
      r."madeBy", ${madeAt}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("proposalId" uuid, month text, "subjectKind" text,
      "subjectId" uuid, document text, inputs text, hash text, "madeBy" text)
    on conflict do nothing returning proposal_id as id`.execute(tables(tx));
  return added.length;
}
