import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Fen } from '#kernel/money';
import type { YearDecision } from '../domain/carry-over.ts';

export type Decided = {
  readonly projectId: string;
  readonly number: number;
  readonly decision: YearDecision;
  readonly proposal: YearDecision;
  readonly reason: string;
  readonly by: string;
  readonly byAccount: string;
  readonly at: Date;
};

type Opened = {
  readonly projectId: string;
  readonly decisionNumber: number;
  readonly doneBeforeFen: Fen | null;
  readonly by: string;
  readonly at: Date;
};

/** One writer of a city's year end at a time. */
export async function lockYearEnd(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('year.end'), ${tx.scope.cityId})`.execute(tables(tx));
}

/** The latest of each project within the reader's scope. */
export async function readDecisions(tx: Tx, year: number): Promise<Map<string, Decided>> {
  const { rows } = await sql<Decided>`
    select distinct on (project_id) project_id as "projectId", number, decision, proposal, reason, decided_by as by,
      decided_by_account as "byAccount", decided_at as at
    from city.year_decision where city_id = ${tx.scope.cityId} and year = ${year}
    order by project_id, number desc`.execute(tables(tx));
  return new Map(rows.map((row) => [row.projectId, row]));
}

export async function addDecisions(
  tx: Tx,
  year: number,
  decided: readonly Omit<Decided, 'at'>[],
): Promise<void> {
  if (decided.length === 0) return;
  const rows = decided.map(
    (one) => sql`(${tx.scope.cityId}, ${one.projectId}::uuid, ${year}, ${one.number}, ${one.decision},
      ${one.proposal}, ${one.reason}, ${one.by}, ${one.byAccount})`,
  );
  await sql`insert into city.year_decision (city_id, project_id, year, number, decision, proposal, reason, decided_by,
    decided_by_account) values ${sql.join(rows)}`.execute(tables(tx));
}

export async function readOpenings(tx: Tx, year: number): Promise<Map<string, Opened>> {
  const { rows } = await sql<Opened>`
    select project_id as "projectId", decision_number as "decisionNumber", done_before_fen as "doneBeforeFen",
      approved_by as by, approved_at as at
    from city.year_opening where city_id = ${tx.scope.cityId} and year = ${year}`.execute(tables(tx));
  return new Map(rows.map((row) => [row.projectId, row]));
}

export async function addOpenings(
  tx: Tx,
  year: number,
  opened: readonly Omit<Opened, 'at'>[],
): Promise<void> {
  if (opened.length === 0) return;
  const rows = opened.map(
    (
      one,
    ) => sql`(${tx.scope.cityId}, ${one.projectId}::uuid, ${year}, ${one.decisionNumber}, ${one.doneBeforeFen},
      ${one.by})`,
  );
  await sql`insert into city.year_opening (city_id, project_id, year, decision_number, done_before_fen, approved_by)
    values ${sql.join(rows)}`.execute(tables(tx));
}
