import type { City } from '#access';
import { calendarOf } from '#calendar';
import { type Period, periodsOf } from '#engines/indicators';
import { workingDaysBetween } from '#kernel/calendar';
import { addToMonth, type Month } from '#kernel/month';
import { addDays, monthOf, type PlainDate, weekdayOf } from '#kernel/plain-date';

export type ReportingMonth = {
  readonly month: Month;
  readonly period: Period | undefined;
} & Due;

export type Due = {
  readonly dueOn: PlainDate;
  readonly workingDaysLeft: number;
  readonly provisional: boolean;
};

/**
 * The oldest month that was assigned and is not locked yet, until its filling is due. In a city that assigns none: last
 * month until its evaluation day; afterwards it is overdue until the month ends.
 */
export async function reportingNow(city: City, evaluationDay: number): Promise<ReportingMonth> {
  const { today } = city;
  const period = (await periodsOf(city)).findLast(({ lock }) => !lock);
  const current = monthOf(today);
  const usual = `${current}-${String(evaluationDay).padStart(2, '0')}` as PlainDate;
  const dueOn = period?.days.steps[0]?.dueOn ?? usual;
  return { month: period?.month ?? addToMonth(current, -1), period, ...(await dueBy(city, dueOn)) };
}

/** How many working days are left until a day. */
export async function dueBy(city: City, dueOn: PlainDate): Promise<Due> {
  const { days, provisional } = workingDaysBetween(await calendarOf(city), city.today, dueOn);
  return { dueOn, workingDaysLeft: days, provisional };
}

/** The week a day is in, Monday to Sunday. */
export function weekOf(day: PlainDate): { from: PlainDate; to: PlainDate } {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}
