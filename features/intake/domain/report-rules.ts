import { addToMonth, type Month, monthText } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Correction } from './correction.ts';
import type { KnownProject } from './match-project.ts';
import { isLater } from './read-period.ts';
import type { ReportRecord } from './report-record.ts';
import type { RowCells } from './row-cells.ts';

/** An accepted report of an earlier month. */
export type EarlierReport = { readonly month: Month; readonly cumFen: bigint | null };

export type ReportRules = {
  readonly receivedOn: PlainDate;
  /** The project it belongs to, if any. */
  readonly project: KnownProject | undefined;
  readonly earlier: readonly EarlierReport[];
};

/** What an accepted row says against itself, its project and the months before. */
export function checkReportRecord(
  cells: RowCells,
  record: ReportRecord,
  rules: ReportRules,
): Correction | undefined {
  const correction = checkAmounts(cells, record, rules);
  checkStart(cells, record, rules);
  for (const field of ['actualStart', 'reportedOn'] as const) {
    const date = record[field];
    if (date !== null && isLater(date, rules.receivedOn))
      cells.report('date-future', field, rules.receivedOn);
  }
  return correction;
}

function checkAmounts(
  cells: RowCells,
  record: ReportRecord,
  { project, earlier }: ReportRules,
): Correction | undefined {
  const [month, cum] = [fen(record.monthFen), fen(record.cumFen)];
  if (month !== null && month < 0n) cells.report('month-negative', 'monthFen');
  const latest = latestOf(record, earlier);
  const expected = expectedCum(record, month, latest);
  if (cum === null) {
    if (cells.column('cumFen')) cells.report('cum-missing', 'cumFen');
    return expected === undefined ? 'unknown' : { cumFen: expected };
  }
  if (project) compareWithTotal(cells, cum, project);
  if (latest && cum < latest.cumFen) {
    cells.report('cum-decreases', 'cumFen', `${monthText(latest.month)}的累计${amountText(latest.cumFen)}`);
    return 'unknown';
  }
  const isNegative = month !== null && month < 0n;
  if (!latest && month !== null && cum < month) cells.report('cum-lt-month', 'cumFen');
  if (expected === undefined || expected === cum || !latest) return isNegative ? 'unknown' : undefined;
  cells.report('cum-sum-mismatch', 'cumFen', amountText(expected));
  if (isNegative) return 'unknown';
  return { cumFen: expected - cum, monthFen: cum - expected };
}

type Latest = { readonly month: Month; readonly cumFen: bigint };

/** The latest earlier report of the year that states a cumulative. */
function latestOf(record: ReportRecord, earlier: readonly EarlierReport[]): Latest | undefined {
  const year = record.month.slice(0, 4);
  let latest: Latest | undefined;
  for (const { month, cumFen } of earlier) {
    if (cumFen === null || month >= record.month || !month.startsWith(year)) continue;
    if (!latest || month > latest.month) latest = { month, cumFen };
  }
  return latest;
}

/** Last month's cumulative and this month; known only where last month was reported. */
function expectedCum(
  record: ReportRecord,
  month: bigint | null,
  latest: Latest | undefined,
): bigint | undefined {
  if (month === null) return undefined;
  if (!latest) return record.cumFen === null ? month : undefined;
  return latest.month === addToMonth(record.month, -1) ? latest.cumFen + month : undefined;
}

function compareWithTotal(cells: RowCells, cum: bigint, { totalFen, doneBeforeFen }: KnownProject): void {
  if (totalFen !== null && (doneBeforeFen ?? 0n) + cum > totalFen)
    cells.report('cum-gt-total', 'cumFen', amountText(totalFen));
}

function checkStart(cells: RowCells, record: ReportRecord, { project }: ReportRules): void {
  if (record.started === false) {
    if (BigInt(record.cumFen ?? '0') > 0n) cells.report('invest-not-started', 'started');
    if (record.entered === true) cells.report('entered-not-started', 'entered');
    if (record.actualStart !== null) cells.report('start-conflict', 'actualStart');
  }
  const dated = cells.column('actualStart') !== undefined;
  if (record.started === true && dated && record.actualStart === null && project?.category === '新开工') {
    cells.report('started-no-date', 'actualStart');
  }
}

function fen(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}

function amountText(amount: bigint): string {
  return `${Number(amount) / 1_000_000}万元`;
}
