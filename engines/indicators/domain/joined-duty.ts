import { type Month, monthNumber, monthOfYear, yearOfMonth } from '#kernel/month';
import type { ReportingRules } from './reporting-rules.ts';
import type { SubjectDuty } from './subject.ts';

/**
 * A duty as it holds where the first months of a year are reported as one: nothing is owed for those before the last,
 * and the duty itself holds from the last on.
 */
export function joinDuty({ joined }: Pick<ReportingRules, 'joined'>, duty: SubjectDuty): SubjectDuty[] {
  const { fromMonth } = duty;
  const together = joined.find((months) => months.includes(monthNumber(fromMonth)));
  const last = together?.at(-1);
  if (last === undefined || last === monthNumber(fromMonth)) return [duty];
  const whole: Month = monthOfYear(yearOfMonth(fromMonth), last);
  const before = duty.owes ? { ...duty, owes: false, reason: `与${last}月合并填报` } : duty;
  return [before, { ...duty, fromMonth: whole }];
}
