import { type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { dueOf } from './clock.ts';
import type { ClockWorld } from './clock-stops.ts';
import { cityLeaders, type Ladder, type Rung } from './ladder.ts';
import type { Matter } from './matter.ts';
import { rungInstants, runKey } from './rung-instant.ts';

export type PlannedRung = {
  readonly rung: Rung;
  /** `fired` in the present run; `due`: its time has come; `waits`: its clock does not run, or its count is not reached. */
  readonly state: 'fired' | 'due' | 'coming' | 'waits';
  readonly firesAt?: Date;
  readonly firesOn?: PlainDate;
  /** How many bounces or redos are still missing. */
  readonly left?: number;
  /** It names a leader of the city: a request is drafted, and the government office forwards it or does not. */
  readonly drafts: boolean;
};

/** Who hears next and when, as a matter's page shows it: what has a time comes first, in its order. */
export function ladderPlan(ladder: Ladder, matter: Matter, world: ClockWorld): PlannedRung[] {
  return ladder.rungs
    .map((rung) => planned(rung, matter, world))
    .sort((a, b) => (a.firesAt?.getTime() ?? Infinity) - (b.firesAt?.getTime() ?? Infinity) || 0);
}

function planned(rung: Rung, matter: Matter, world: ClockWorld): PlannedRung {
  const { when } = rung;
  const drafts = rung.tell.some((one) => cityLeaders.includes(one));
  if (when.kind === 'bounces' || when.kind === 'redos') {
    if (matter.rungs.includes(`${when.kind}:${when.count}/${rung.id}`))
      return { rung, drafts, state: 'fired' };
    const left = when.count - matter[when.kind];
    return left > 0 ? { rung, drafts, state: 'waits', left } : { rung, drafts, state: 'due' };
  }
  const run = matter.clocks.findLast((one) => one.clock === when.clock && one.startedAt <= world.asOf);
  if (!run) return { rung, drafts, state: 'waits' };
  if (matter.rungs.includes(`${runKey(run)}/${rung.id}`)) return { rung, drafts, state: 'fired' };
  const ended = run.endedAt !== undefined && run.endedAt <= world.asOf;
  const due = dueOf(run, world);
  if (ended || due.paused) return { rung, drafts, state: 'waits' };
  const firesAt = rungInstants(run, due, world)(when);
  const state = firesAt <= world.asOf ? 'due' : 'coming';
  return { rung, drafts, state, firesAt, firesOn: todayInShanghai(firesAt) };
}
