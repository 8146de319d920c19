import { addDays, type PlainDate } from '#kernel/plain-date';
import { type ClockDue, warnAtOf } from './clock.ts';
import { countDays, verdictOn } from './clock-count.ts';
import { startOfDay } from './clock-day.ts';
import type { ClockRun } from './clock-rule.ts';
import type { ClockWorld } from './clock-stops.ts';
import type { RungTrigger } from './ladder.ts';

type ClockTrigger = Extract<RungTrigger, { clock: string }>;

/** When the rungs of a clock fire in a run that goes on as it stands; a stop that begins later moves them. */
export function rungInstants(
  run: ClockRun,
  due: ClockDue,
  world: ClockWorld,
): (trigger: ClockTrigger) => Date {
  const walks = new Map<string, (days: number) => PlainDate>();
  return (trigger) => {
    if (trigger.kind === 'due-in')
      return warnAtOf({ ...run, rule: { ...run.rule, warn: trigger.before } }, world, 'limit', due);
    const walk = walks.get(trigger.unit) ?? countedAfter(run, due.dueOn, trigger.unit, world);
    walks.set(trigger.unit, walk);
    return startOfDay(walk(trigger.days));
  };
}

/** The nth day after another that counts; days once counted are kept, for a ladder asks for several. */
function countedAfter(run: ClockRun, after: PlainDate, unit: 'day' | 'working-day', world: ClockWorld) {
  const count = countDays(run, world, { amount: 1, unit });
  const counted: PlainDate[] = [];
  let day = after;
  return (n: number): PlainDate => {
    while (counted.length < n) {
      day = addDays(day, 1);
      if (verdictOn(count, day).counts) counted.push(day);
    }
    return counted[n - 1] ?? after;
  };
}

/** A run's name in the keys of its rungs. */
export function runKey({ clock, run }: Pick<ClockRun, 'clock' | 'run'>): string {
  return `${clock}:${run}`;
}
