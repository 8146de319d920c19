import { type ClockDue, dueOf, type WhichLimit } from './clock.ts';
import type { ClockRun } from './clock-rule.ts';
import type { ClockWorld } from './clock-stops.ts';

export type MovedDue = {
  readonly clock: string;
  readonly run: number;
  readonly which: WhichLimit;
  readonly was: ClockDue;
  readonly is: ClockDue;
};

/** What moves when a notice of holidays or a declared period comes: due instants only, not whether they are certain. */
export function movedDues(runs: readonly ClockRun[], before: ClockWorld, after: ClockWorld): MovedDue[] {
  return runs.flatMap((run) =>
    (run.rule.promised ? (['limit', 'promised'] as const) : (['limit'] as const)).flatMap((which) => {
      const [was, is] = [dueOf(run, before, which), dueOf(run, after, which)];
      if (was.dueAt.getTime() === is.dueAt.getTime()) return [];
      return [{ clock: run.clock, run: run.run, which, was, is }];
    }),
  );
}
