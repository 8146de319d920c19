import { addDays, type PlainDate, weekdayOf, yearOf } from './plain-date.ts';

/** One official notice on holidays and make-up days. It may hold days of the neighbouring years. */
export type HolidayNotice = {
  readonly year: number;
  readonly document: string;
  readonly issuedOn: PlainDate;
  readonly days: readonly { readonly day: PlainDate; readonly rest: boolean; readonly name: string }[];
};

/** Provisional: no notice covers the day's year yet, so the answer is the plain week and may change. */
export type DayKind = {
  readonly works: boolean;
  readonly basis: 'weekday' | 'weekend' | 'holiday' | 'makeup';
  readonly provisional: boolean;
  readonly name?: string;
};

export type Calendar = {
  readonly years: ReadonlySet<number>;
  dayKind(day: PlainDate): DayKind;
};

/** Where two notices name one day, the one issued later stands (a holiday prolonged, a make-up day withdrawn). */
export function makeCalendar(notices: readonly HolidayNotice[]): Calendar {
  const years = new Set(notices.map((notice) => notice.year));
  const named = new Map<PlainDate, DayKind>();
  for (const notice of notices.toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1))) {
    for (const { day, rest, name } of notice.days) {
      named.set(day, { works: !rest, basis: rest ? 'holiday' : 'makeup', provisional: false, name });
    }
  }
  return {
    years,
    dayKind: (day) => named.get(day) ?? plainWeek(day, !years.has(yearOf(day))),
  };
}

function plainWeek(day: PlainDate, provisional: boolean): DayKind {
  const works = weekdayOf(day) <= 5;
  return { works, basis: works ? 'weekday' : 'weekend', provisional };
}

/**
 * The nth working day after (n > 0) or before (n < 0) a day that itself is not counted; n = 0 is the day itself.
 * Provisional if any day walked over is.
 */
export function addWorkingDays(
  calendar: Calendar,
  day: PlainDate,
  n: number,
): { day: PlainDate; provisional: boolean } {
  const step = n < 0 ? -1 : 1;
  let [reached, left, provisional] = [day, Math.abs(n), false];
  while (left > 0) {
    reached = addDays(reached, step);
    const kind = calendar.dayKind(reached);
    provisional ||= kind.provisional;
    if (kind.works) left -= 1;
  }
  return { day: reached, provisional };
}

/** Working days after a up to and including b; minus those after b up to a where b is earlier. */
export function workingDaysBetween(
  calendar: Calendar,
  a: PlainDate,
  b: PlainDate,
): { days: number; provisional: boolean } {
  if (b < a) {
    const { days, provisional } = workingDaysBetween(calendar, b, a);
    return { days: days === 0 ? 0 : -days, provisional };
  }
  let [days, provisional] = [0, false];
  for (let day = a; day < b; ) {
    day = addDays(day, 1);
    const kind = calendar.dayKind(day);
    provisional ||= kind.provisional;
    if (kind.works) days += 1;
  }
  return { days, provisional };
}
