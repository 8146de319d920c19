import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Fen } from '#kernel/money';
import type { WindowId } from './plan-window.ts';

export type Proposal = {
  readonly subjectId: string;
  readonly number: number;
  readonly planNumber: number;
  readonly monthsFen: readonly (Fen | null)[];
  readonly reason: string;
  readonly withdrawn: boolean;
  readonly by: string;
  readonly at: Date;
};

/** The latest of each project within the reader's scope, those taken back among them. */
export async function readProposals(tx: Tx, windowId: WindowId): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select distinct on (subject_id) subject_id as "subjectId", number, plan_number as "planNumber",
      months_fen as "monthsFen", reason, withdrawn, proposed_by as by, proposed_at as at
    from city.plan_proposal where city_id = ${tx.scope.cityId} and window_id = ${windowId}
    order by subject_id, number desc`.execute(tables(tx));
  return rows;
}

export async function addProposals(
  tx: Tx,
  windowId: WindowId,
  proposals: readonly Omit<Proposal, 'at'>[],
): Promise<void> {
  if (proposals.length === 0) return;
  const rows = proposals.map(
    (one) => sql`(${tx.scope.cityId}, ${windowId}, ${one.subjectId}::uuid, ${one.number}, ${one.planNumber},
      ${one.monthsFen}::bigint[], ${one.reason}, ${one.withdrawn}, ${one.by})`,
  );
  await sql`insert into city.plan_proposal (city_id, window_id, subject_id, number, plan_number, months_fen, reason,
    withdrawn, proposed_by) values ${sql.join(rows)}`.execute(tables(tx));
}
