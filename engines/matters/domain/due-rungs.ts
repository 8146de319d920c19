import { dueOf } from './clock.ts';
import type { ClockRun } from './clock-rule.ts';
import type { ClockWorld } from './clock-stops.ts';
import type { Ladder, Rung } from './ladder.ts';
import { levelRank } from './ladder-level.ts';
import type { Matter } from './matter.ts';
import { rungInstants, runKey } from './rung-instant.ts';

export type DueRung = {
  readonly rung: Rung;
  /** The clock's run (`handle:1`), or the counter (`bounces:3`): with the rung it is the key under which it fires once. */
  readonly run: string;
  readonly at: Date;
  /**
   * A rung that does not act is recorded and tells nobody: the reminder of a day that is over, or a raise that a higher
   * one due with it has overtaken.
   */
  readonly acts: boolean;
  /** The level it raises to, where that is higher than where the matter stands. */
  readonly raiseTo?: string;
};

export type DueRungs = { readonly due: readonly DueRung[]; readonly nextAt: Date | undefined };

/** Which rungs must fire as of an instant, in the order of their time, and the earliest instant for another. */
export function dueRungs(ladder: Ladder, matter: Matter, world: ClockWorld): DueRungs {
  if (matter.closedAt && matter.closedAt <= world.asOf) return { due: [], nextAt: undefined };
  const waiting = unfired(ladder, matter, world);
  const due = waiting
    .filter(({ at }) => at <= world.asOf)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || rise(ladder, a.rung) - rise(ladder, b.rung));
  const later = waiting.filter(({ at }) => at > world.asOf).map(({ at }) => at.getTime());
  const nextAt = later.length > 0 ? new Date(Math.min(...later)) : undefined;
  return { due: judged(ladder, matter, due), nextAt };
}

type Waiting = { readonly rung: Rung; readonly run: string; readonly at: Date; readonly stale: boolean };

/** Every rung of a running clock that has not fired, and every counter that is reached. */
function unfired(ladder: Ladder, matter: Matter, world: ClockWorld): Waiting[] {
  const fired = new Set(matter.rungs);
  const clocked = matter.clocks
    .filter((run) => runs(run, world.asOf))
    .flatMap((run) => {
      const due = dueOf(run, world);
      const late = world.asOf > due.dueAt;
      return due.paused
        ? []
        : [{ clock: run.clock, run: runKey(run), late, at: rungInstants(run, due, world) }];
    });
  return ladder.rungs.flatMap((rung): Waiting[] => {
    const { when } = rung;
    if (when.kind === 'bounces' || when.kind === 'redos') {
      const run = `${when.kind}:${when.count}`;
      const reached = matter[when.kind] >= when.count && !fired.has(`${run}/${rung.id}`);
      return reached ? [{ rung, run, at: world.asOf, stale: false }] : [];
    }
    return clocked
      .filter(({ clock, run }) => clock === when.clock && !fired.has(`${run}/${rung.id}`))
      .map(({ run, late, at }) => ({ rung, run, at: at(when), stale: when.kind === 'due-in' && late }));
  });
}

function runs({ startedAt, endedAt }: ClockRun, asOf: Date): boolean {
  return startedAt <= asOf && (!endedAt || endedAt > asOf);
}

function judged(ladder: Ladder, matter: Matter, due: readonly Waiting[]): DueRung[] {
  const stands = levelRank(ladder, matter.level);
  const highest = Math.max(stands, ...due.map(({ rung }) => rise(ladder, rung)));
  const raising = due.findLast(({ rung }) => highest > stands && rise(ladder, rung) === highest);
  return due.map((one) => {
    const { rung, run, at, stale } = one;
    const lifts = rise(ladder, rung) > stands;
    const acts = !stale && (!lifts || one === raising);
    return { rung, run, at, acts, ...(lifts && acts && rung.raiseTo ? { raiseTo: rung.raiseTo } : {}) };
  });
}

function rise(ladder: Ladder, { raiseTo }: Rung): number {
  return raiseTo === undefined ? -1 : levelRank(ladder, raiseTo);
}
