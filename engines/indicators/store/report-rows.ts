import { sql } from 'kysely';
import { preparedQuery, type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { Report, ReportStanding } from '../domain/report.ts';
import type { SubjectId } from '../domain/subject.ts';
import { addRows } from './add-rows.ts';
import { queryOver } from './some-subjects.ts';

const reportColumns = sql`report_id as "reportId", subject_id as "subjectId", month, standing, number, withdrawn,
  month_fen as "monthFen", cum_fen as "cumFen", started, actual_start as "actualStart", entered,
  entered_on as "enteredOn", progress_text as "progressText", problem, matter, matter_level as "matterLevel", reporter,
  reported_on as "reportedOn", received_on as "receivedOn", source, import_id as "importId", source_row as "sourceRow",
  correction_reason as "correctionReason", after_lock as "afterLock", approver, recorded_at as "recordedAt", recorded_by as "recordedBy"`;

type ReportKey = { readonly subjectId: SubjectId; readonly month: Month; readonly standing: ReportStanding };

/** Every row, also replaced ones, for the subjects and months asked; oldest first. */
export async function readReportRows(tx: Tx, keys: readonly ReportKey[]): Promise<Report[]> {
  const asked = new Set(keys.map(keyOf));
  const subjectIds = [...new Set(keys.map(({ subjectId }) => subjectId))];
  const months = [...new Set(keys.map(({ month }) => month))];
  const rows = await queryOver(
    tx,
    subjectIds,
    sql<Report>`
    select ${reportColumns} from city.report
    where city_id = ${tx.scope.cityId} and subject_id = any (${subjectIds}::uuid[]) and month = any (${months}::text[])
    order by subject_id, month, standing, number`,
  );
  return withSuccessors(rows.filter((row) => asked.has(keyOf(row))));
}

function keyOf({ subjectId, month, standing }: ReportKey): string {
  return `${subjectId} ${month} ${standing}`;
}

export async function readReportsOf(tx: Tx, subjectId: SubjectId, year?: number): Promise<Report[]> {
  const rows = await preparedQuery(
    tx,
    sql<Report>`
    select ${reportColumns} from city.report
    where city_id = ${tx.scope.cityId} and subject_id = ${subjectId}
      and month between ${year === undefined ? '0001-01' : `${year}-01`} and ${year === undefined ? '9999-12' : `${year}-12`}
    order by month, standing, number`,
  );
  return withSuccessors(rows);
}

/** The standing reports of a span of months, of one subject or all visible ones. */
export async function readStandingReports(
  tx: Tx,
  filter: { first: Month; last: Month; standing?: ReportStanding; subjectIds?: readonly SubjectId[] },
): Promise<Report[]> {
  const { first, last, standing = 'reported', subjectIds = null } = filter;
  const { rows } = await sql<Report>`
    select * from (
      select distinct on (subject_id, month) ${reportColumns} from city.report
      where city_id = ${tx.scope.cityId} and month between ${first} and ${last} and standing = ${standing}
        and (${subjectIds}::uuid[] is null or subject_id = any (${subjectIds}::uuid[]))
      order by subject_id, month, number desc) latest
    where not withdrawn order by "subjectId", month`.execute(tables(tx));
  return rows.map((row) => ({ ...row, supersededBy: null }));
}

export async function readReportsOfImport(tx: Tx, importId: string): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select ${reportColumns} from city.report
    where city_id = ${tx.scope.cityId} and import_id = ${importId}
    order by subject_id, month, standing, number`.execute(tables(tx));
  return rows;
}

export type NewReportRow = Omit<Report, 'supersededBy' | 'recordedAt' | 'recordedBy'>;

export async function addReports(
  tx: Tx,
  reports: readonly NewReportRow[],
  recordedBy: string,
): Promise<void> {
  const fields = Object.entries(columnOf) as [keyof NewReportRow, string][];
  await addRows(
    tx,
    'city.report',
    [...fields.map(([, column]) => column), 'recorded_by'],
    reports.map((report) => [...fields.map(([field]) => report[field]), recordedBy]),
  );
}

const columnOf: Readonly<Record<keyof NewReportRow, string>> = {
  reportId: 'report_id',
  subjectId: 'subject_id',
  month: 'month',
  standing: 'standing',
  number: 'number',
  withdrawn: 'withdrawn',
  monthFen: 'month_fen',
  cumFen: 'cum_fen',
  started: 'started',
  actualStart: 'actual_start',
  entered: 'entered',
  enteredOn: 'entered_on',
  progressText: 'progress_text',
  problem: 'problem',
  matter: 'matter',
  matterLevel: 'matter_level',
  reporter: 'reporter',
  reportedOn: 'reported_on',
  receivedOn: 'received_on',
  source: 'source',
  importId: 'import_id',
  sourceRow: 'source_row',
  correctionReason: 'correction_reason',
  afterLock: 'after_lock',
  approver: 'approver',
};

/** Rows come in order of their numbers, so the next row of the same month is what replaced one. */
export function withSuccessors(rows: readonly Report[]): Report[] {
  return rows.map((row, at) => {
    const next = rows[at + 1];
    const same =
      next?.subjectId === row.subjectId && next.month === row.month && next.standing === row.standing;
    return { ...row, supersededBy: same ? next.number : null };
  });
}
