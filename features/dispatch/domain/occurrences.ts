import { addWorkingDays, type Calendar, type DayKind } from '#kernel/calendar';
import { addToMonth, firstDayOf, type Month } from '#kernel/month';
import { nextPeriod, type Period, periodContaining, previousPeriod } from '#kernel/period';
import { addDays, monthOf, type PlainDate, weekdayOf } from '#kernel/plain-date';
import type { Cadence, DayRule } from './cadence.ts';

/** A day a cadence falls on. */
export type Occurrence = {
  readonly period: string;
  readonly day: PlainDate;
  /** The day the rule names; another than `day` where that one is no working day. */
  readonly nominal: PlainDate;
  /** Why it was moved: the name of the holiday, or the weekend. */
  readonly moved: string | null;
  /** A year whose notice of holidays is not there yet: the day may still move. */
  readonly provisional: boolean;
};

/** The days of a cadence within a span, in order; none for one that is held when there is need. */
export function occurrencesIn(
  { every, on }: Pick<Cadence, 'every' | 'on'>,
  span: { readonly from: PlainDate; readonly to: PlainDate },
  calendar: Calendar,
): Occurrence[] {
  if (!every) return [];
  const found: Occurrence[] = [];
  // The day of the period before may have been moved into the span.
  let period = previousPeriod(periodContaining(every, span.from));
  for (; period.start <= span.to; period = nextPeriod(period)) {
    const one = occurrenceIn(period, on, calendar);
    if (one.day >= span.from && one.day <= span.to) found.push(one);
  }
  // Two periods moved to one working day are one meeting.
  return found.filter(({ day }, at) => day !== found[at + 1]?.day);
}

function occurrenceIn(period: Period, on: DayRule, calendar: Calendar): Occurrence {
  if (on.workday !== undefined) {
    const first = firstDayOf(monthIn(period, on));
    const { day, provisional } = addWorkingDays(calendar, addDays(first, -1), on.workday);
    return { period: period.code, day, nominal: day, moved: null, provisional };
  }
  return moveToWorkday(period.code, nominalDay(period, on), calendar);
}

function nominalDay(period: Period, on: DayRule): PlainDate {
  const { day, weekday, nth } = on;
  if (weekday !== undefined && nth !== undefined) return nthWeekday(monthIn(period, on), weekday, nth);
  if (weekday !== undefined) return addDays(period.start, weekday - 1);
  const start = period.kind === 'quarter' ? firstDayOf(monthIn(period, on)) : period.start;
  return addDays(start, (day ?? 1) - 1);
}

function monthIn({ start }: Period, { month = 1 }: DayRule): Month {
  return addToMonth(monthOf(start), month - 1);
}

function nthWeekday(month: Month, weekday: number, nth: number): PlainDate {
  const first = firstDayOf(month);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

function moveToWorkday(period: string, nominal: PlainDate, calendar: Calendar): Occurrence {
  const kind = calendar.dayKind(nominal);
  if (kind.works) return { period, day: nominal, nominal, moved: null, provisional: kind.provisional };
  const { day, provisional } = addWorkingDays(calendar, nominal, 1);
  return { period, day, nominal, moved: restName(kind), provisional: provisional || kind.provisional };
}

function restName({ basis, name }: DayKind): string {
  return basis === 'holiday' ? (name ?? '节假日') : '周末';
}
