import { findCallBack } from './call-back.ts';
import { dueOf, warnAtOf } from './clock.ts';
import type { ClockRun } from './clock-rule.ts';
import type { ClockWorld } from './clock-stops.ts';
import type { MatterDefinition, Seat } from './definition.ts';
import { dueRungs } from './due-rungs.ts';
import type { Ladder } from './ladder.ts';
import type { Matter } from './matter.ts';

/** What the clocks of a matter say as of an instant: all that is kept beside its events and derived again. */
export type Outlook = {
  readonly dueAt: Date | null;
  readonly dueClock: string | null;
  readonly warnAt: Date | null;
  readonly paused: boolean;
  /** When the sweep looks at it next. */
  readonly nextAt: Date | null;
  readonly runs: readonly {
    readonly run: ClockRun;
    readonly against: Seat | undefined;
    readonly dueAt: Date;
    readonly provisional: boolean;
  }[];
};

export function outlookOf(
  definition: MatterDefinition,
  matter: Matter,
  ladder: Ladder | undefined,
  world: ClockWorld,
): Outlook {
  const runs = matter.clocks.map((run) => {
    const { dueAt, provisional } = dueOf(run, world);
    return { run, against: definition.clocks[run.clock]?.against, dueAt, provisional };
  });
  const open = runs.filter(({ run }) => !run.endedAt);
  const running = open.filter(({ run }) => !isPaused(run));
  const [first] = running.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const rungs = matter.closedAt || !ladder ? undefined : dueRungs(ladder, matter, world);
  const looks = [
    rungs && rungs.due.length > 0 ? world.asOf : rungs?.nextAt,
    findCallBack(definition, matter, world)?.dueAt,
  ].flatMap((at) => (at ? [at.getTime()] : []));
  return {
    dueAt: first?.dueAt ?? null,
    dueClock: first?.run.clock ?? null,
    warnAt: first ? warnAtOf(first.run, world) : null,
    paused: open.length > 0 && running.length === 0,
    nextAt: looks.length > 0 ? new Date(Math.min(...looks)) : null,
    runs,
  };
}

export function isPaused(run: ClockRun): boolean {
  return run.pauses.some(({ to }) => !to);
}
