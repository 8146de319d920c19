import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { MilestoneState } from '../domain/milestone.ts';

export type MilestoneRow = MilestoneState & {
  readonly projectId: string;
  readonly milestone: string;
  readonly number: number;
  readonly reason: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/** What stands of these projects' formalities within the scope. */
export async function readMilestones(tx: Tx, projectIds: readonly string[]): Promise<MilestoneRow[]> {
  const { rows } = await sql<MilestoneRow>`
    select distinct on (project_id, milestone) project_id as "projectId", milestone, number, planned,
      done_on as "doneOn", not_needed as "notNeeded", reason, recorded_by as "recordedBy", recorded_at as "recordedAt"
    from city.milestone where city_id = ${tx.scope.cityId} and project_id = any (${projectIds}::uuid[])
    order by project_id, milestone, number desc`.execute(tables(tx));
  return rows;
}

/** One writer of a project's formalities at a time. */
export async function lockMilestones(tx: Tx, projectId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`milestones ${projectId}`}), ${tx.scope.cityId})`.execute(
    tables(tx),
  );
}

export async function addMilestone(
  tx: Tx,
  row: {
    readonly projectId: string;
    readonly milestone: string;
    readonly number: number;
    readonly planned: Month | null;
    readonly doneOn: PlainDate | null;
    readonly notNeeded: boolean;
    readonly reason: string | null;
    readonly actorId: string;
    readonly recordedBy: string;
  },
): Promise<void> {
  await sql`insert into city.milestone (city_id, project_id, milestone, number, planned, done_on, not_needed, reason,
      actor_id, recorded_by)
    values (${tx.scope.cityId}, ${row.projectId}, ${row.milestone}, ${row.number}, ${row.planned}, ${row.doneOn},
      ${row.notNeeded}, ${row.reason}, ${row.actorId}, ${row.recordedBy})`.execute(tables(tx));
}
