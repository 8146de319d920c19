import type { City } from '#access';
import { makeCalendar, workingDaysBetween } from '#kernel/calendar';
import { addToMonth, type Month } from '#kernel/month';
import { addDays, monthOf, type PlainDate, weekdayOf } from '#kernel/plain-date';
import { calendarSection, sectionOf } from '#pack';

export type ReportingMonth = {
  readonly month: Month;
  readonly dueOn: PlainDate;
  readonly workingDaysLeft: number;
  readonly provisional: boolean;
};

/** Last month is reported until its evaluation day; afterwards it is overdue until the month ends. */
export function reportingNow({ pack, today }: City, evaluationDay: number): ReportingMonth {
  const current = monthOf(today);
  const dueOn = `${current}-${String(evaluationDay).padStart(2, '0')}` as PlainDate;
  const calendar = makeCalendar(sectionOf(pack, calendarSection));
  const { days, provisional } = workingDaysBetween(calendar, today, dueOn);
  return { month: addToMonth(current, -1), dueOn, workingDaysLeft: days, provisional };
}

/** The week a day is in, Monday to Sunday. */
export function weekOf(day: PlainDate): { from: PlainDate; to: PlainDate } {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}
