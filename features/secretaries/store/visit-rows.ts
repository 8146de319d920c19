import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { PlainDate } from '#kernel/plain-date';

export type VisitSaid = {
  readonly visitedOn: PlainDate;
  readonly way: string;
  readonly met: string | null;
  readonly findings: string | null;
  readonly nextStep: string | null;
  readonly nextOn: PlainDate | null;
  readonly blocker: string | null;
  readonly cause: string | null;
};

export type VisitRow = VisitSaid & {
  readonly projectId: string;
  readonly visitId: string;
  /** 1 as first written; the highest stands. */
  readonly number: number;
  readonly personId: string | null;
  readonly withdrawn: boolean;
  readonly reason: string | null;
  readonly actorId: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

const columns = sql`project_id as "projectId", visit_id as "visitId", number, person_id as "personId",
  visited_on as "visitedOn", way, met, findings, next_step as "nextStep", next_on as "nextOn", blocker, cause, withdrawn,
  reason, actor_id as "actorId", recorded_by as "recordedBy", recorded_at as "recordedAt"`;

/** What stands of these projects' visits within the scope, the latest day first. */
export async function standingVisits(tx: Tx, projectIds: readonly string[]): Promise<VisitRow[]> {
  if (projectIds.length === 0) return [];
  const { rows } = await sql<VisitRow>`
    select * from (
      select distinct on (project_id, visit_id) ${columns} from city.secretary_visit
      where city_id = ${tx.scope.cityId} and project_id = any (${projectIds}::uuid[])
      order by project_id, visit_id, number desc
    ) standing where not withdrawn order by "visitedOn" desc, "visitId" desc`.execute(tables(tx));
  return rows;
}

/** Every version of every visit of a project, those that stand first. */
export async function everyVersion(tx: Tx, projectId: string): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select ${columns} from city.secretary_visit
    where city_id = ${tx.scope.cityId} and project_id = ${projectId}
    order by visit_id desc, number desc`.execute(tables(tx));
  return rows;
}

/** One writer of a project's visits at a time. */
export async function lockVisits(tx: Tx, projectId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`visits ${projectId}`}), ${tx.scope.cityId})`.execute(
    tables(tx),
  );
}

export async function findVisit(
  tx: Tx,
  { projectId, visitId }: Pick<VisitRow, 'projectId' | 'visitId'>,
): Promise<VisitRow | undefined> {
  const { rows } = await sql<VisitRow>`
    select ${columns} from city.secretary_visit
    where city_id = ${tx.scope.cityId} and project_id = ${projectId} and visit_id = ${visitId}
    order by number desc limit 1`.execute(tables(tx));
  return rows[0];
}

export async function addVisit(tx: Tx, row: VisitRow): Promise<void> {
  await sql`insert into city.secretary_visit (city_id, project_id, visit_id, number, person_id, visited_on, way, met,
      findings, next_step, next_on, blocker, cause, withdrawn, reason, actor_id, recorded_by,
      recorded_at)
    values (${tx.scope.cityId}, ${row.projectId}, ${row.visitId}, ${row.number}, ${row.personId}, ${row.visitedOn},
      ${row.way}, ${row.met}, ${row.findings}, ${row.nextStep}, ${row.nextOn}, ${row.blocker}, ${row.cause},
      ${row.withdrawn}, ${row.reason}, ${row.actorId}, ${row.recordedBy}, ${row.recordedAt})`.execute(
    tables(tx),
  );
}
