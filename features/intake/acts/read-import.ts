import type { City } from '#access';
import { standingReports } from '#engines/indicators';
import { projectIndex } from '#engines/registry';
import { addToMonth, type Month, monthNumber, monthOfYear } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import type { Workbook } from '#sheets';
import type { ListRecord } from '../domain/list-record.ts';
import { readList } from '../domain/read-list.ts';
import { readReports } from '../domain/read-reports.ts';
import type { ReportRecord } from '../domain/report-record.ts';
import type { ReadResult, RowResult } from '../domain/result.ts';
import type { ImportRequest, WriteOptions } from '../import-request.ts';
import '../refusals.ts';
import { cityDictionary } from './city-dictionary.ts';

/** A workbook as read against what the city knows; `ids` names the projects behind the keys of reports. */
export type Reading =
  | { readonly kind: 'projects'; readonly result: ReadResult<ListRecord> }
  | {
      readonly kind: 'reports';
      readonly month: Month;
      readonly result: ReadResult<ReportRecord>;
      readonly ids: ReadonlyMap<string, string>;
    };

export type AnyRow = RowResult<ListRecord> | RowResult<ReportRecord>;

/** Reads without writing: the same for the preview on screen, the dry run and the import itself. */
export async function readImport(
  city: City,
  request: ImportRequest,
  workbook: Workbook,
  acceptSimilar: WriteOptions['acceptSimilar'] = false,
): Promise<Reading> {
  const reading =
    request.kind === 'projects'
      ? await readListFor(city, request, workbook)
      : await readReportsFor(city, request, workbook, acceptSimilar);
  ensure(
    reading.result.rows.length > 0 || reading.result.sheets.some((sheet) => !sheet.ignored),
    'import.no_table',
  );
  return reading;
}

async function readListFor(
  city: City,
  { year, mapping }: ImportRequest,
  workbook: Workbook,
): Promise<Reading> {
  const dictionary = await cityDictionary(city);
  return {
    kind: 'projects',
    result: readList(workbook, dictionary, { year, ...(mapping ? { mapping } : {}) }),
  };
}

async function readReportsFor(
  city: City,
  request: ImportRequest,
  workbook: Workbook,
  acceptSimilar: WriteOptions['acceptSimilar'],
): Promise<Reading> {
  const { month, receivedOn, year, mapping } = request;
  ensure(month, 'import.month_missing');
  const reader = await reportReader(city, { month, receivedOn, year });
  return reader.read(workbook, { acceptSimilar, mapping });
}

export type ReportReading = Extract<Reading, { kind: 'reports' }>;

type How = Pick<ImportRequest, 'mapping'> & Pick<WriteOptions, 'acceptSimilar'>;

/** Reads reports of one month against the city; what it asks of the city is read once, for any number of workbooks. */
export async function reportReader(
  city: City,
  {
    month,
    receivedOn,
    year,
  }: { readonly month: Month; readonly receivedOn: PlainDate; readonly year: number },
) {
  const index = await projectIndex(city, year);
  ensure(index.length > 0, 'import.no_list', { year });
  const ids = new Map(index.map((project) => [project.number, project.projectId]));
  const keys = new Map(index.map((project) => [project.projectId as string, project.number]));
  const projects = index.map((project) => ({
    key: project.number,
    name: project.name,
    code: project.code,
    district: project.districts[0]?.name ?? null,
    totalFen: project.totalFen,
    doneBeforeFen: project.doneBeforeFen,
    category: project.category,
  }));
  const dictionary = await cityDictionary(city);
  const earlier = await earlierReports(city, month, keys);
  const read = (workbook: Workbook, { acceptSimilar, mapping }: How): ReportReading => {
    const confirmed = typeof acceptSimilar === 'boolean' ? acceptSimilar : new Set(acceptSimilar);
    const setting = { month, receivedOn, projects, earlier, acceptSimilar: confirmed };
    const result = readReports(workbook, dictionary, { ...setting, ...(mapping ? { mapping } : {}) });
    return { kind: 'reports', month, result, ids };
  };
  return { index, dictionary, read };
}

/** What was reported in the months of the year before this one. */
async function earlierReports(city: City, month: Month, keys: ReadonlyMap<string, string>) {
  const earlier = new Map<string, { month: Month; cumFen: bigint | null }[]>();
  if (monthNumber(month) === 1) return earlier;
  const first = monthOfYear(Number(month.slice(0, 4)), 1);
  for (const report of await standingReports(city, { first, last: addToMonth(month, -1) })) {
    const key = keys.get(report.subjectId);
    if (key === undefined) continue;
    const known = earlier.get(key) ?? [];
    known.push({ month: report.month, cumFen: report.cumFen });
    earlier.set(key, known);
  }
  return earlier;
}
