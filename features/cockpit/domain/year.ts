import { type Month, monthNumber, monthOfYear, yearOfMonth } from '#kernel/month';
import { percentOf } from './percent.ts';
import { counted, type Sums } from './sums.ts';

/** The sums of one group by month. */
export type MonthSums = ReadonlyMap<Month, Sums>;

export type Missing = { readonly withoutPlan: number; readonly unreportedPlanFen: bigint };

const months = (year: number) => Array.from({ length: 12 }, (_, at) => monthOfYear(year, at + 1));

/** Accumulated month by month: the plan of the whole year, what was done up to the month, last year where it is known. */
export function trendOf(sums: MonthSums, month: Month) {
  const year = yearOfMonth(month);
  const hadDone = months(year - 1).some((one) => (sums.get(one)?.actualFen ?? 0n) > 0n);
  return {
    plan: months(year).map((one) => sums.get(one)?.planFen ?? null),
    actual: months(year).map((one) => (one <= month ? (sums.get(one)?.actualFen ?? null) : null)),
    lastYear: hadDone ? months(year - 1).map((one) => sums.get(one)?.actualFen ?? null) : null,
  };
}

/** The year of one group as it stands at a month. */
export function yearFigures(sums: MonthSums, month: Month, before: Month, missing: Missing) {
  const now = sums.get(month);
  const year = yearOfMonth(month);
  const { owed = 0, reported = 0, planFen = 0n, actualFen = 0n } = now ?? {};
  const planYearFen = sums.get(monthOfYear(year, 12))?.planFen ?? 0n;
  const lastYear = sums.get(monthOfYear(year - 1, monthNumber(month)));
  return {
    ...counted(now, sums.get(before)),
    unreported: owed - reported,
    withoutPlan: missing.withoutPlan,
    ...{ planFen, planYearFen, actualFen },
    completion: percentOf(actualFen, planFen),
    reportedCompletion: percentOf(actualFen, planFen - missing.unreportedPlanFen),
    plannedProgress: percentOf(planFen, planYearFen),
    actualProgress: percentOf(actualFen, planYearFen),
    lastYearActualFen: lastYear && lastYear.actualFen > 0n ? lastYear.actualFen : null,
  };
}
