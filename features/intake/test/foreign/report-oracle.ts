import { type Draft, isRejected, say } from './draft.ts';
import { later } from './list-oracle.ts';
import type { Listed } from './listed-projects.ts';
import type { ReportTable } from './report-row.ts';
import type { Place } from './words-cells.ts';

export type Belonging = {
  readonly listed: Listed | undefined;
  readonly by: 'code' | 'name' | 'similar' | null;
};

/** The record the rules demand of a report's row. */
export function reportRecord(
  draft: Draft,
  { has, year, month }: ReportTable,
  inherited: Place | null,
  { listed, by }: Belonging,
): Record<string, unknown> {
  const { record } = draft;
  const own = (column: string) => (has.has(column) ? (record[column] ?? null) : null);
  const dept = record['problemDept'] as {
    problem: string | null;
    matter: string | null;
    name: string | null;
    written: string;
  };
  const said = [has.has('problem') ? dept.problem : null, has.has('matter') ? dept.matter : null].join('\n');
  const places = record['district'] as Place[] | null;
  return {
    month: `${year}-${String(month).padStart(2, '0')}`,
    name: own('name'),
    code: own('code'),
    district: has.has('places') ? (places?.[0] ?? null) : inherited,
    monthFen: text(own('monthFen')),
    cumFen: text(own('cumFen')),
    progress: own('progress'),
    started: own('started'),
    actualStart: own('actualStart'),
    entered: own('entered'),
    enteredOn: own('enteredOn'),
    problem: own('problem'),
    problemDepts: dept.name !== null && said.includes(dept.written) ? [dept.name] : [],
    matter: own('matter'),
    matterLevel: own('matterLevel'),
    reporter: own('reporter'),
    reportedOn: own('reportedOn'),
    ...(has.has('leadDepts') ? { leadDepts: record['leadDepts'] } : {}),
    projectKey: listed?.key ?? null,
    matchedBy: by,
  };
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** What an accepted row says against itself, its project and the months before. */
export function judgeReportRow(
  draft: Draft,
  record: Record<string, unknown>,
  table: ReportTable,
  listed: Listed | undefined,
): void {
  if (isRejected(draft)) return;
  const { has, receivedOn } = table;
  const fen = (field: string) => (record[field] === null ? null : BigInt(record[field] as string));
  const [month, cum] = [fen('monthFen'), fen('cumFen')];
  if (month !== null && month < 0n) say(draft, 'monthFen', 'month-negative');
  if (cum === null) say(draft, 'cumFen', 'cum-missing');
  else judgeCumulative(draft, month, cum, table, listed);
  if (record['started'] === false) {
    if (cum !== null && cum > 0n) say(draft, 'started', 'invest-not-started');
    if (record['entered'] === true) say(draft, 'entered', 'entered-not-started');
    if (record['actualStart'] !== null) say(draft, 'actualStart', 'start-conflict');
  }
  if (
    record['started'] === true &&
    has.has('actualStart') &&
    record['actualStart'] === null &&
    listed?.stage === '新开工'
  )
    say(draft, 'actualStart', 'started-no-date');
  for (const field of ['actualStart', 'reportedOn']) {
    const day = record[field] as string | null;
    if (day !== null && later(day, receivedOn)) say(draft, field, 'date-future');
  }
}

function judgeCumulative(
  draft: Draft,
  month: bigint | null,
  cum: bigint,
  { year, month: number }: ReportTable,
  listed: Listed | undefined,
): void {
  const known = (listed?.earlier ?? []).filter((one) => one.cumFen !== null);
  const latest = known.at(-1);
  const last = `${year}-${String(number - 1).padStart(2, '0')}`;
  if (latest?.cumFen != null) {
    if (cum < latest.cumFen) say(draft, 'cumFen', 'cum-decreases');
    else if (latest.month === last && month !== null && cum !== latest.cumFen + month)
      say(draft, 'cumFen', 'cum-sum-mismatch');
  } else if (month !== null && cum < month) say(draft, 'cumFen', 'cum-lt-month');
  const { totalFen = null, doneBeforeFen = null } = listed ?? {};
  if (totalFen !== null && (doneBeforeFen ?? 0n) + cum > totalFen) say(draft, 'cumFen', 'cum-gt-total');
}
