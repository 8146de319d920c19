import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { Plan, PlanVersion } from '../domain/plan.ts';
import type { SubjectId } from '../domain/subject.ts';
import { addRows } from './add-rows.ts';
import { queryOver } from './some-subjects.ts';

const versionColumns = sql`plan_id as "planId", subject_id as "subjectId", year, number, kind, months_fen as "monthsFen",
  total_fen as "totalFen", effective_from as "effectiveFrom", reason, approver, source, import_id as "importId",
  recorded_at as "recordedAt", recorded_by as "recordedBy"`;

/** All versions of these subjects' plans of a year, oldest first. */
export async function readPlanVersions(
  tx: Tx,
  subjectIds: readonly SubjectId[],
  year?: number,
): Promise<PlanVersion[]> {
  const rows = await queryOver(
    tx,
    subjectIds,
    sql<PlanVersion>`
    select ${versionColumns} from city.plan_version
    where city_id = ${tx.scope.cityId} and subject_id = any (${subjectIds}::uuid[])
      and (${year ?? null}::integer is null or year = ${year ?? null})
    order by subject_id, year, number`,
  );
  return rows;
}

/** The plan of each visible subject that stands in a year today: the latest version, unless it was taken back. */
export async function readLatestPlans(tx: Tx, year: number): Promise<Plan[]> {
  const { rows } = await sql<Plan>`
    select "subjectId", year, "monthsFen", "totalFen" from (
      select distinct on (subject_id) ${versionColumns} from city.plan_version
      where city_id = ${tx.scope.cityId} and year = ${year}
      order by subject_id, number desc) latest
    where kind <> 'withdrawal' order by "subjectId"`.execute(tables(tx));
  return rows;
}

export async function readPlansOfImport(tx: Tx, importId: string): Promise<PlanVersion[]> {
  const { rows } = await sql<PlanVersion>`
    select ${versionColumns} from city.plan_version
    where city_id = ${tx.scope.cityId} and import_id = ${importId} order by subject_id, year, number`.execute(
    tables(tx),
  );
  return rows;
}

/** The latest month of the year for which each subject has an evaluation that still is a light. */
export async function readLatestLitMonths(
  tx: Tx,
  subjectIds: readonly SubjectId[],
  year: number,
): Promise<Map<SubjectId, Month>> {
  const { rows } = await sql<{ subjectId: SubjectId; month: Month }>`
    select subject_id as "subjectId", max(month) as month from city.light
    where city_id = ${tx.scope.cityId} and subject_id = any (${subjectIds}::uuid[])
      and month between ${`${year}-01`} and ${`${year}-12`} and overall is not null
    group by subject_id`.execute(tables(tx));
  return new Map(rows.map(({ subjectId, month }) => [subjectId, month]));
}

export type NewPlanVersion = Omit<PlanVersion, 'recordedAt' | 'recordedBy'>;

export async function addPlanVersions(
  tx: Tx,
  versions: readonly NewPlanVersion[],
  recordedBy: string,
): Promise<void> {
  const columns = [
    'plan_id',
    'subject_id',
    'year',
    'number',
    'kind',
    'months_fen',
    'total_fen',
    'effective_from',
  ];
  await addRows(
    tx,
    'city.plan_version',
    [...columns, 'reason', 'approver', 'source', 'import_id', 'recorded_by'],
    versions.map((one) => [
      one.planId,
      one.subjectId,
      one.year,
      one.number,
      one.kind,
      one.monthsFen,
      one.totalFen,
      one.effectiveFrom,
      one.reason,
      one.approver,
      one.source,
      one.importId,
      recordedBy,
    ]),
  );
}
