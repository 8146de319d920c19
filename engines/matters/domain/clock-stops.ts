import type { Calendar } from '#kernel/calendar';
import { addDays, type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { endOfDay, startOfDay } from './clock-day.ts';
import type { ClockPause, ClockRun, ExcludedPeriod } from './clock-rule.ts';

/** What a clock's derivations need besides the run itself. */
export type ClockWorld = {
  readonly calendar: Calendar;
  readonly excluded: readonly ExcludedPeriod[];
  readonly asOf: Date;
};

/** The instant a clock is judged at: its end once that has come, until then the instant asked for. */
export function judgedAt({ endedAt }: ClockRun, asOf: Date): Date {
  return endedAt && endedAt < asOf ? endedAt : asOf;
}

export type LivedPause = ClockPause & { readonly to: Date; readonly runs: boolean };

/** The pauses known at the instant; one that runs, or ended later, reaches up to it. */
export function pausesUntil({ pauses }: ClockRun, until: Date): LivedPause[] {
  return pauses
    .filter(({ from }) => from <= until)
    .map((pause) => {
      const runs = !pause.to || pause.to > until;
      return { ...pause, to: pause.to && !runs ? pause.to : until, runs };
    });
}

/** Days (both included) on which something stands still. */
export type DayRange<T> = { readonly first: PlainDate; readonly last: PlainDate; readonly by: T };

/** A day is touched if the clock stood still at any time of it; after its end the day is over and counted. */
export function touchedDays<T extends LivedPause>(pause: T, dayEnds?: string): DayRange<T> {
  const from = todayInShanghai(pause.from);
  const to = todayInShanghai(pause.to);
  return {
    first: pause.from > endOfDay(from, dayEnds) ? addDays(from, 1) : from,
    last: to > from && pause.to.getTime() === startOfDay(to).getTime() ? addDays(to, -1) : to,
    by: pause,
  };
}

export function rangeOn<T>(ranges: readonly DayRange<T>[], day: PlainDate): DayRange<T> | undefined {
  return ranges.find(({ first, last }) => first <= day && day <= last);
}

export type Stop = {
  readonly from: number;
  readonly to: number;
  readonly by:
    | { readonly kind: 'paused'; readonly pause: LivedPause }
    | { readonly kind: 'excluded'; readonly period: ExcludedPeriod };
};

/** All that stops a clock of minutes or hours, in order of its beginning; stops may overlap. */
export function stopsOf(run: ClockRun, { excluded, asOf }: ClockWorld): Stop[] {
  const pauses = pausesUntil(run, judgedAt(run, asOf)).map(
    (pause): Stop => ({
      from: pause.from.getTime(),
      to: pause.to.getTime(),
      by: { kind: 'paused', pause },
    }),
  );
  const periods = excluded.map(
    (period): Stop => ({
      from: startOfDay(period.from).getTime(),
      to: startOfDay(addDays(period.to, 1)).getTime(),
      by: { kind: 'excluded', period },
    }),
  );
  return [...periods, ...pauses].sort((a, b) => a.from - b.from);
}
