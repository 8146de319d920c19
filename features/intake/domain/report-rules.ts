import { addToMonth, type Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
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
export function checkReportRecord(cells: RowCells, record: ReportRecord, rules: ReportRules): void {
  checkAmounts(cells, record, rules);
  checkStart(cells, record, rules);
  for (const field of ['actualStart', 'reportedOn'] as const) {
    const date = record[field];
    if (date !== null && isLater(date, rules.receivedOn))
      cells.report('date-future', field, rules.receivedOn);
  }
}

function checkAmounts(cells: RowCells, record: ReportRecord, { project, earlier }: ReportRules): void {
  const [month, cum] = [fen(record.monthFen), fen(record.cumFen)];
  if (month !== null && month < 0n) cells.report('month-negative', 'monthFen');
  if (cum === null) {
    if (cells.column('cumFen')) cells.report('cum-missing', 'cumFen');
    return;
  }
  if (project) compareWithEarlier(cells, record, { month, cum, earlier });
  else if (month !== null && cum < month) cells.report('cum-lt-month', 'cumFen');
  if (!project || project.totalFen === null) return;
  const all = (project.doneBeforeFen ?? 0n) + cum;
  if (all > project.totalFen) cells.report('cum-gt-total', 'cumFen');
}

type Amounts = { month: bigint | null; cum: bigint; earlier: readonly EarlierReport[] };

function compareWithEarlier(cells: RowCells, record: ReportRecord, { month, cum, earlier }: Amounts): void {
  const year = record.month.slice(0, 4);
  const before = earlier
    .filter((e) => e.cumFen !== null && e.month < record.month && e.month.startsWith(year))
    .sort((a, b) => (a.month < b.month ? 1 : -1));
  const [latest] = before;
  if (!latest || latest.cumFen === null) {
    if (month !== null && cum < month) cells.report('cum-lt-month', 'cumFen');
    return;
  }
  if (cum < latest.cumFen) {
    cells.report('cum-decreases', 'cumFen', `${monthText(latest.month)}的累计${amountText(latest.cumFen)}`);
    return;
  }
  if (latest.month !== addToMonth(record.month, -1) || month === null) return;
  if (cum !== latest.cumFen + month)
    cells.report('cum-sum-mismatch', 'cumFen', amountText(latest.cumFen + month));
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

function monthText(month: Month): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
}

function amountText(amount: bigint): string {
  return `${Number(amount) / 1_000_000}万元`;
}
