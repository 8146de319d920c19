import { periodContaining } from '#kernel/period';
import { addDays, type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { countDays, type DayCount, verdictOn } from './clock-count.ts';
import { endOfDay, hourMs, minuteMs, startOfDay } from './clock-day.ts';
import type { ClockRun, TimeLimit } from './clock-rule.ts';
import { type ClockWorld, judgedAt, pausesUntil, stopsOf } from './clock-stops.ts';
import { knownDay } from './known-day.ts';

export type WhichLimit = 'limit' | 'promised';

export type ClockDue = {
  /** The last instant in time; `dueOn` is its day. */
  readonly dueAt: Date;
  readonly dueOn: PlainDate;
  /** A notice of holidays that is still missing may move it. */
  readonly provisional: boolean;
  /** While a pause runs the due instant is the one that held if the clock went on now. */
  readonly paused: boolean;
  /** The day the start counts as. */
  readonly countedFrom: PlainDate;
};

export type ClockLight = 'green' | 'yellow' | 'red';

/**
 * When a run must be done. Derived, never stored as truth: the rule kept at its start, its pauses, the declared periods
 * and the calendar say it again at any time. More pause, more holidays or a longer limit never bring an earlier instant.
 */
export function dueOf(run: ClockRun, world: ClockWorld, which: WhichLimit = 'limit'): ClockDue {
  if (which === 'promised') return derive(run, world, which);
  const known = derived.get(world) ?? new WeakMap<ClockRun, ClockDue>();
  derived.set(world, known);
  const due = known.get(run) ?? derive(run, world, which);
  known.set(run, due);
  return due;
}

/** A run and a world never change: a look at a matter asks several times for one due instant. */
const derived = new WeakMap<ClockWorld, WeakMap<ClockRun, ClockDue>>();

function derive(run: ClockRun, world: ClockWorld, which: WhichLimit): ClockDue {
  const limit = limitOf(run, which);
  const until = judgedAt(run, world.asOf);
  const paused = !isEnded(run, world.asOf) && pausesUntil(run, until).some(({ runs }) => runs);
  if (isShort(limit)) {
    const dueAt = new Date(timeAfter(run, world, durationMs(limit)));
    const countedFrom = todayInShanghai(run.startedAt);
    return { dueAt, dueOn: todayInShanghai(dueAt), provisional: false, paused, countedFrom };
  }
  const count = countDays(run, world, limit);
  const { dueOn, provisional } = dueDay(count);
  const dueAt = endOfDay(dueOn, run.rule.dayEnds);
  return { dueAt, dueOn, provisional, paused, countedFrom: count.countedFrom };
}

/** From when on it is yellow: whole days before the due day that count, or the time before the due instant. */
export function warnAtOf(
  run: ClockRun,
  world: ClockWorld,
  which: WhichLimit = 'limit',
  { dueAt, dueOn }: ClockDue = dueOf(run, world, which),
): Date {
  const { warn } = run.rule;
  const warnAt = isShort(warn)
    ? new Date(timeBefore(run, world, dueAt.getTime(), durationMs(warn)))
    : startOfDay(warnDay(run, world, which, dueOn));
  return new Date(Math.max(warnAt.getTime(), run.startedAt.getTime()));
}

/** Red after the due instant only; an ended clock keeps the light it ended with. */
export function clockLight(run: ClockRun, world: ClockWorld, which: WhichLimit = 'limit'): ClockLight {
  const at = judgedAt(run, world.asOf);
  const due = dueOf(run, world, which);
  if (at > due.dueAt) return 'red';
  return at >= warnAtOf(run, world, which, due) ? 'yellow' : 'green';
}

export type ClockLeft = {
  readonly unit: 'minute' | 'day' | 'working-day';
  /** Days after today up to the due day, or minutes begun; 0 on the due day and once it is over. */
  readonly left: number;
  readonly late: boolean;
  /** Days after the due day up to today, or whole minutes; a day late only by the hour is 0. */
  readonly overdue: number;
};

/** What is left, or how late it is, in the limit's own unit; neither grows on days that do not count. */
export function leftOf(run: ClockRun, world: ClockWorld, which: WhichLimit = 'limit'): ClockLeft {
  const at = judgedAt(run, world.asOf);
  const limit = limitOf(run, which);
  const { dueAt, dueOn } = dueOf(run, world, which);
  const late = at > dueAt;
  if (isShort(limit)) {
    const between = runningMs(run, world, ...(late ? ([dueAt, at] as const) : ([at, dueAt] as const)));
    const left = late ? 0 : Math.ceil(between / minuteMs);
    return { unit: 'minute', left, late, overdue: late ? Math.floor(between / minuteMs) : 0 };
  }
  const count = countDays(run, world, limit);
  const today = todayInShanghai(at);
  return {
    unit: count.working ? 'working-day' : 'day',
    left: late ? 0 : countedBetween(count, today, dueOn),
    late,
    overdue: late ? countedBetween(count, dueOn, today) : 0,
  };
}

export function limitOf({ rule }: ClockRun, which: WhichLimit): TimeLimit {
  return which === 'promised' ? (rule.promised ?? rule.limit) : rule.limit;
}

/** Minutes and hours, which know no days. */
export function isShort({ unit }: TimeLimit): boolean {
  return unit === 'minute' || unit === 'hour';
}

export function durationMs({ amount, unit }: TimeLimit): number {
  return amount * (unit === 'hour' ? hourMs : minuteMs);
}

function isEnded({ endedAt }: ClockRun, asOf: Date): boolean {
  return endedAt !== undefined && endedAt <= asOf;
}

function dueDay(count: DayCount): { dueOn: PlainDate; provisional: boolean } {
  let provisional = count.provisionalStart;
  for (let [day, left] = [count.first, count.amount]; ; day = knownDay(count.calendar, day).next) {
    const verdict = verdictOn(count, day);
    provisional ||= verdict.provisional;
    if (verdict.counts) left -= 1;
    if (left === 0) return { dueOn: day, provisional };
  }
}

/** Days after a up to and including b that count. */
function countedBetween(count: DayCount, a: PlainDate, b: PlainDate): number {
  let days = 0;
  for (let { next } = knownDay(count.calendar, a); next <= b; next = knownDay(count.calendar, next).next) {
    if (verdictOn(count, next).counts) days += 1;
  }
  return days;
}

function warnDay(run: ClockRun, world: ClockWorld, which: WhichLimit, dueOn: PlainDate): PlainDate {
  const { amount, unit } = run.rule.warn;
  let day = dueOn;
  if (unit === 'xun' || unit === 'month-end') {
    const kind = unit === 'xun' ? 'xun' : 'month';
    day = periodContaining(kind, day).start;
    for (let left = amount; left > 0; left -= 1) day = periodContaining(kind, addDays(day, -1)).start;
    return day;
  }
  const count = countDays(run, world, { amount: limitOf(run, which).amount, unit });
  for (let left = amount; left > 0 && day > count.startedOn; ) {
    day = addDays(day, -1);
    if (verdictOn(count, day).counts) left -= 1;
  }
  return day;
}

/** The instant at which a time has run, stops left out; one that would be reached as a stop begins waits for its end. */
function timeAfter(run: ClockRun, world: ClockWorld, ms: number): number {
  let [at, left] = [run.startedAt.getTime(), ms];
  for (const { from, to } of stopsOf(run, world)) {
    if (to <= at) continue;
    if (at + left < from) break;
    left -= Math.max(0, from - at);
    at = to;
  }
  return at + left;
}

/** The instant a time before another, stops left out. */
function timeBefore(run: ClockRun, world: ClockWorld, before: number, ms: number): number {
  let [at, left] = [before, ms];
  for (const { from, to } of stopsOf(run, world).sort((a, b) => b.to - a.to)) {
    if (from >= at) continue;
    if (at - left > to) break;
    left -= Math.max(0, at - to);
    at = from;
  }
  return at - left;
}

/** Time the clock runs between two instants. */
function runningMs(run: ClockRun, world: ClockWorld, from: Date, to: Date): number {
  let [at, ran] = [from.getTime(), 0];
  for (const stop of stopsOf(run, world)) {
    if (stop.to <= at) continue;
    if (stop.from >= to.getTime()) break;
    ran += Math.max(0, stop.from - at);
    at = stop.to;
  }
  return ran + Math.max(0, to.getTime() - at);
}
