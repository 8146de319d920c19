import { addToMonth, type Month } from '#kernel/month';
import { monthOf, type PlainDate } from '#kernel/plain-date';

/** The month to be reported now, and the day on which it is evaluated: what comes in later comes late. */
export function reportingMonth(today: PlainDate, evaluationDay: number): { month: Month; dueOn: PlainDate } {
  const current = monthOf(today);
  const dueOn = `${current}-${String(evaluationDay).padStart(2, '0')}` as PlainDate;
  return { month: addToMonth(current, -1), dueOn };
}
