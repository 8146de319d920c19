import { addDays, type PlainDate } from '#kernel/plain-date';
import { dueOf, warnAtOf } from './clock.ts';
import { countDays, verdictOn } from './clock-count.ts';
import { startOfDay } from './clock-day.ts';
import type { ClockRun } from './clock-rule.ts';
import type { ClockWorld } from './clock-stops.ts';
import type { RungTrigger } from './ladder.ts';

/** When a rung of a clock fires in a run that goes on as it stands; a stop that begins later moves it. */
export function rungInstant(
  trigger: Extract<RungTrigger, { clock: string }>,
  run: ClockRun,
  world: ClockWorld,
): Date {
  if (trigger.kind === 'due-in') {
    return warnAtOf({ ...run, rule: { ...run.rule, warn: trigger.before } }, world);
  }
  const count = countDays(run, world, { amount: 1, unit: trigger.unit });
  let day: PlainDate = dueOf(run, world).dueOn;
  for (let left = trigger.days; left > 0; ) {
    day = addDays(day, 1);
    if (verdictOn(count, day).counts) left -= 1;
  }
  return startOfDay(day);
}

/** A run's name in the keys of its rungs. */
export function runKey({ clock, run }: Pick<ClockRun, 'clock' | 'run'>): string {
  return `${clock}:${run}`;
}
