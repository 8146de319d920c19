import { addDays, type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { type ClockDue, dueOf, durationMs, isShort, limitOf, type WhichLimit } from './clock.ts';
import { countDays, type DayBasis, verdictOn } from './clock-count.ts';
import { minuteMs } from './clock-day.ts';
import type { ClockRun } from './clock-rule.ts';
import { type ClockWorld, judgedAt, type Stop, stopsOf } from './clock-stops.ts';

export type ClockDay = {
  readonly day: PlainDate;
  readonly basis: DayBasis;
  /** The holiday, the kind of pause, or the document that declares the period. */
  readonly name?: string;
  readonly counts: boolean;
  /** The how many-th day that counts; the last one's while none does. */
  readonly nth: number;
  /** Days still left at the day's end; below zero, days overdue. */
  readonly left: number;
  readonly provisional: boolean;
};

/** A stretch of a clock of minutes or hours. The minutes are told at its end; below zero, time overdue. */
export type ClockStretch = {
  readonly from: Date;
  readonly to: Date;
  readonly basis: 'counted' | 'paused' | 'excluded' | 'overdue';
  readonly name?: string;
  readonly counts: boolean;
  readonly ranMinutes: number;
  readonly leftMinutes: number;
};

export type ClockTable =
  | { readonly of: 'days'; readonly due: ClockDue; readonly rows: readonly ClockDay[] }
  | { readonly of: 'time'; readonly due: ClockDue; readonly rows: readonly ClockStretch[] };

/** How a run was counted, from its start to the due day, or to the day it is judged on where that is later. */
export function clockTable(run: ClockRun, world: ClockWorld, which: WhichLimit = 'limit'): ClockTable {
  const due = dueOf(run, world, which);
  return isShort(limitOf(run, which))
    ? { of: 'time', due, rows: stretches(run, world, which, due) }
    : { of: 'days', due, rows: days(run, world, which) };
}

function days(run: ClockRun, world: ClockWorld, which: WhichLimit): ClockDay[] {
  const count = countDays(run, world, limitOf(run, which));
  const today = todayInShanghai(judgedAt(run, world.asOf));
  const rows: ClockDay[] = [];
  let [nth, left] = [0, count.amount];
  for (let day = count.startedOn; left > 0 || day <= today; day = addDays(day, 1)) {
    const verdict = verdictOn(count, day);
    const overdue = verdict.counts && left <= 0;
    if (verdict.counts) left -= 1;
    if (verdict.counts && !overdue) nth += 1;
    rows.push({
      day,
      ...verdict,
      ...(overdue ? { basis: 'overdue', counts: false } : {}),
      nth,
      left,
    });
  }
  return rows;
}

function stretches(run: ClockRun, world: ClockWorld, which: WhichLimit, { dueAt }: ClockDue): ClockStretch[] {
  const limitMs = durationMs(limitOf(run, which));
  const end = Math.max(dueAt.getTime(), judgedAt(run, world.asOf).getTime());
  const stops = stopsOf(run, world);
  const instants = [dueAt.getTime(), end, ...stops.flatMap(({ from, to }) => [from, to])];
  const started = run.startedAt.getTime();
  const cuts = [...new Set([started, ...instants])].filter((at) => started <= at && at <= end);
  cuts.sort((a, b) => a - b);
  const rows: ClockStretch[] = [];
  let ranMs = 0;
  for (const [index, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[index + 1] ?? end;
    const stop = stops.find((one) => one.from <= from && to <= one.to);
    const overdue = !stop && from >= dueAt.getTime();
    if (!stop) ranMs += to - from;
    rows.push({
      from: new Date(from),
      to: new Date(to),
      ...(stop ? stopBasis(stop) : { basis: overdue ? 'overdue' : 'counted' }),
      counts: !stop && !overdue,
      ranMinutes: ranMs / minuteMs,
      leftMinutes: (limitMs - ranMs) / minuteMs,
    });
  }
  return rows;
}

function stopBasis({ by }: Stop): Pick<ClockStretch, 'basis' | 'name'> {
  return by.kind === 'paused'
    ? { basis: 'paused', name: by.pause.kind }
    : { basis: 'excluded', name: by.period.document };
}
