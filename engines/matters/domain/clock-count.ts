import { periodContaining } from '#kernel/period';
import {
  addDays,
  addMonths,
  daysBetween,
  lastDayOfMonth,
  type PlainDate,
  todayInShanghai,
} from '#kernel/plain-date';
import { endOfDay } from './clock-day.ts';
import type { ClockRun, ExcludedPeriod, TimeLimit } from './clock-rule.ts';
import {
  type ClockWorld,
  type DayRange,
  judgedAt,
  type LivedPause,
  pausesUntil,
  rangeOn,
  touchedDays,
} from './clock-stops.ts';
import { knownDay } from './known-day.ts';

/** A clock of days made ready to be counted: `amount` counting days from `first` on reach the due day. */
export type DayCount = {
  readonly working: boolean;
  readonly amount: number;
  readonly startedOn: PlainDate;
  /** The day the start counts as: later than `startedOn` after the cut-off or on a day of rest. */
  readonly countedFrom: PlainDate;
  readonly first: PlainDate;
  readonly provisionalStart: boolean;
  readonly pauses: readonly DayRange<LivedPause>[];
  readonly excluded: readonly DayRange<ExcludedPeriod>[];
  readonly calendar: ClockWorld['calendar'];
};

export type DayBasis =
  | 'start'
  | 'counted'
  | 'weekend'
  | 'holiday'
  | 'makeup'
  | 'paused'
  | 'excluded'
  | 'overdue';

export type DayVerdict = {
  readonly basis: Exclude<DayBasis, 'overdue'>;
  readonly counts: boolean;
  readonly provisional: boolean;
  /** The holiday, the kind of pause, or the document that declares the period. */
  readonly name?: string;
};

/**
 * Which days count. The day of the start does not, unless the rule says so. A day on which the clock stood paused at
 * any time does not: Article 45 of the Administrative Licensing Law leaves the time of hearings, tests and expert
 * reviews out of a limit, limits are whole days, and a day the holder had only in part is not a day he had; so a clock
 * resumed is never overdue at once. Neither does a day of a declared period. In a limit of 旬 and months the end
 * moves by as many days as did not count.
 */
export function countDays(run: ClockRun, world: ClockWorld, limit: TimeLimit): DayCount {
  const { rule, startedAt } = run;
  const working = limit.unit === 'working-day';
  const startedOn = todayInShanghai(startedAt);
  const ofPeriods = limit.unit === 'xun' || limit.unit === 'month-end';
  const takesFirst = ofPeriods || limit.amount === 0 || rule.countsFirstDay === true;
  const late =
    (rule.cutOff !== undefined && startedAt > endOfDay(startedOn, rule.cutOff)) ||
    (takesFirst && startedAt > endOfDay(startedOn, rule.dayEnds));
  const start = restingDaysSkipped(late ? addDays(startedOn, 1) : startedOn, working, world);
  const amount = ofPeriods ? daysBetween(start.day, periodEnd(start.day, limit)) : limit.amount;
  const onFirst = amount === 0 || (takesFirst && !ofPeriods);
  return {
    working,
    amount: Math.max(1, amount),
    startedOn,
    countedFrom: start.day,
    first: onFirst ? start.day : addDays(start.day, 1),
    provisionalStart: start.provisional,
    pauses: pausesUntil(run, judgedAt(run, world.asOf)).map((pause) => touchedDays(pause, rule.dayEnds)),
    excluded: world.excluded.map((period) => ({ first: period.from, last: period.to, by: period })),
    calendar: world.calendar,
  };
}

/** What one day is to the clock. It is provisional only where a missing notice could change the answer. */
export function verdictOn(count: DayCount, day: PlainDate): DayVerdict {
  const { kind } = knownDay(count.calendar, day);
  const rests = count.working && !kind.works;
  const named = kind.name === undefined ? {} : { name: kind.name };
  if (rests && kind.basis === 'holiday')
    return { basis: 'holiday', counts: false, provisional: false, ...named };
  const before = day < count.first;
  const excluded = before ? undefined : rangeOn(count.excluded, day);
  const pause = before || excluded ? undefined : rangeOn(count.pauses, day);
  const free = !excluded && !pause;
  const provisional = count.working && kind.provisional && free;
  if (rests) return { basis: 'weekend', counts: false, provisional };
  if (before) return { basis: 'start', counts: false, provisional };
  if (excluded) return { basis: 'excluded', counts: false, provisional, name: excluded.by.document };
  if (pause) return { basis: 'paused', counts: false, provisional, name: pause.by.kind };
  if (count.working && kind.basis === 'makeup')
    return { basis: 'makeup', counts: true, provisional, ...named };
  return { basis: 'counted', counts: true, provisional };
}

function restingDaysSkipped(from: PlainDate, working: boolean, { calendar }: ClockWorld) {
  let [day, provisional] = [from, false];
  for (; working; day = addDays(day, 1)) {
    const kind = calendar.dayKind(day);
    provisional ||= kind.provisional;
    if (kind.works) break;
  }
  return { day, provisional };
}

function periodEnd(from: PlainDate, { amount, unit }: TimeLimit): PlainDate {
  if (unit === 'month-end') return lastDayOfMonth(addMonths(`${from.slice(0, 7)}-01` as PlainDate, amount));
  let { end } = periodContaining('xun', from);
  for (let n = 0; n < amount; n += 1) ({ end } = periodContaining('xun', addDays(end, 1)));
  return end;
}
