import type { Fen } from '#kernel/money';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { PartialDate, ReportFacts } from './report.ts';
import type { DutyCategory } from './subject.ts';

export type ContradictionCode =
  | 'cum-missing'
  | 'month-negative'
  | 'cum-decreases'
  | 'cum-sum-mismatch'
  | 'cum-lt-month'
  | 'cum-gt-total'
  | 'invest-not-started'
  | 'entered-not-started'
  | 'start-conflict'
  | 'started-no-date'
  | 'date-future';

export type Contradiction = { readonly code: ContradictionCode; readonly about: keyof ReportFacts };

export const contradictionTexts: Readonly<Record<ContradictionCode, string>> = {
  'cum-missing': '本年累计完成为空，视为未填报',
  'month-negative': '本月完成投资为负数',
  'cum-decreases': '本年累计完成小于此前填报的累计',
  'cum-sum-mismatch': '本年累计完成不等于上月累计加本月完成',
  'cum-lt-month': '本年累计完成小于本月完成',
  'cum-gt-total': '开工以来累计完成超过总投资',
  'invest-not-started': '尚未开工，却有累计完成投资',
  'entered-not-started': '尚未开工，却已入统',
  'start-conflict': '尚未开工，却有开工日期',
  'started-no-date': '新开工项目已开工，却没有开工日期',
  'date-future': '日期晚于收到日期',
};

/** What a report is compared with; what is unknown is left out. */
export type ReportSurroundings = {
  /** Standing reports of earlier months of the same year that carry a cumulative amount, in any order. */
  readonly earlier: readonly { readonly month: Month; readonly cumFen: Fen }[];
  readonly totalFen: Fen | null;
  readonly doneBeforeFen: Fen | null;
  readonly category: DutyCategory | null;
  readonly receivedOn: PlainDate | null;
  /** Whether the form asked for the start date at all. */
  readonly asksStartDate: boolean;
};

/** What a report says against itself, earlier reports or the project. Never an error: the figures stand as reported. */
export function contradictionsOf(
  month: Month,
  report: ReportFacts,
  around: ReportSurroundings,
): Contradiction[] {
  const found: Contradiction[] = [];
  const add = (code: ContradictionCode, about: keyof ReportFacts) => found.push({ code, about });
  amounts(month, report, around, add);
  const { cumFen, started, entered, actualStart, enteredOn, reportedOn } = report;
  if (started === false) {
    if (cumFen !== null && cumFen > 0n) add('invest-not-started', 'cumFen');
    if (entered === true) add('entered-not-started', 'entered');
    if (actualStart !== null) add('start-conflict', 'actualStart');
  }
  if (around.category === 'new-start' && started === true && actualStart === null && around.asksStartDate) {
    add('started-no-date', 'actualStart');
  }
  if (isAfter(actualStart, around.receivedOn)) add('date-future', 'actualStart');
  if (isAfter(enteredOn, around.receivedOn)) add('date-future', 'enteredOn');
  if (isAfter(reportedOn, around.receivedOn)) add('date-future', 'reportedOn');
  return found;
}

function amounts(
  month: Month,
  { cumFen, monthFen }: ReportFacts,
  around: ReportSurroundings,
  add: (code: ContradictionCode, about: keyof ReportFacts) => void,
): void {
  if (monthFen !== null && monthFen < 0n) add('month-negative', 'monthFen');
  if (cumFen === null) {
    add('cum-missing', 'cumFen');
    return;
  }
  const earlier = around.earlier.filter(
    (one) => one.month < month && one.month.slice(0, 4) === month.slice(0, 4),
  );
  const latest = earlier.toSorted((a, b) => (a.month < b.month ? 1 : -1))[0];
  const lastMonth = Number(month.slice(5)) - 1;
  const before = earlier.find((one) => Number(one.month.slice(5)) === lastMonth);
  if (latest && cumFen < latest.cumFen) add('cum-decreases', 'cumFen');
  else if (before && monthFen !== null && cumFen !== before.cumFen + monthFen)
    add('cum-sum-mismatch', 'cumFen');
  else if (!latest && monthFen !== null && cumFen < monthFen) add('cum-lt-month', 'cumFen');
  const { totalFen, doneBeforeFen } = around;
  if (totalFen !== null && (doneBeforeFen ?? 0n) + cumFen > totalFen) add('cum-gt-total', 'cumFen');
}

/** Compared at the coarser precision: 2023-05 is not after 2023-05-06. */
function isAfter(date: PartialDate | null, day: PlainDate | null): boolean {
  return date !== null && day !== null && date > day.slice(0, date.length);
}
