import { type ClockWorld, dueOf, type HeldMatter, warnAtOf } from '#engines/matters';

/** The row as it would have stood at the instant its events were folded up to. */
export function rowAsOf({ row, matter }: HeldMatter, world: ClockWorld): HeldMatter['row'] {
  const open = matter.clocks.filter(({ endedAt }) => !endedAt);
  const running = open.filter(({ pauses }) => pauses.every(({ to }) => to));
  const [first] = running
    .map((run) => ({ run, dueAt: dueOf(run, world).dueAt }))
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  return {
    ...row,
    ...{ title: matter.title, state: matter.state, given: matter.given, version: matter.version },
    ...{ lead: matter.lead ?? null, support: matter.support, raiser: matter.raiser ?? null },
    ...{ level: matter.level ?? null, bounces: matter.bounces, redos: matter.redos },
    ...{ satisfaction: matter.satisfaction ?? null, closedAt: matter.closedAt ?? null },
    ...{ dueAt: first?.dueAt ?? null, dueClock: first?.run.clock ?? null },
    warnAt: first ? warnAtOf(first.run, world) : null,
    paused: open.length > 0 && running.length === 0,
  };
}
