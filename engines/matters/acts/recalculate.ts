import type { City } from '#access';
import { dueOf } from '../domain/clock.ts';
import type { ClockWorld } from '../domain/clock-stops.ts';
import type { EventFact } from '../domain/event.ts';
import { foldMatter } from '../domain/fold.ts';
import type { MatterId } from '../domain/identity.ts';
import { matterKind } from '../domain/matter-kinds.ts';
import { readOpenClocks } from '../store/clock-row.ts';
import { readEventsOfMany } from '../store/event-row.ts';
import { lockOpenAfter } from '../store/matter-batch.ts';
import type { LockedMatter } from '../store/matter-row.ts';
import { clockWorlds } from './clock-world.ts';
import { byOf } from './open-matter.ts';
import { addEvents, type HeldMatter, refreshOutlook } from './write-matter.ts';

export type MovedClock = {
  readonly matterId: MatterId;
  readonly number: string;
  readonly title: string;
  readonly clock: string;
  readonly was: Date;
  readonly is: Date;
};

/**
 * Derives every running clock again after one of its inputs came (a notice of holidays, a declared period). What
 * moved is an event of the matter, with the reason, and is returned.
 */
export async function recalculate(city: City, because: string): Promise<MovedClock[]> {
  const moved: MovedClock[] = [];
  const worldOf = await clockWorlds(city);
  for (let after: MatterId | null = null; ; ) {
    const rows: LockedMatter[] = await lockOpenAfter(city.tx, after, 500);
    if (rows.length === 0) return moved;
    const ids = rows.map(({ matterId }) => matterId);
    const [events, stored] = [await readEventsOfMany(city.tx, ids), await readOpenClocks(city.tx, ids)];
    for (const row of rows) {
      const held: HeldMatter = {
        row,
        events: events.get(row.matterId) ?? [],
        matter: foldMatter(matterKind(row.kind), events.get(row.matterId) ?? []),
      };
      moved.push(
        ...(await again(city, held, stored.get(row.matterId) ?? new Map(), {
          because,
          world: worldOf(row.kind),
        })),
      );
    }
    after = rows.at(-1)!.matterId;
  }
}

async function again(
  city: City,
  held: HeldMatter,
  stored: ReadonlyMap<string, Date>,
  { because, world }: { readonly because: string; readonly world: ClockWorld },
): Promise<MovedClock[]> {
  const { row, matter } = held;
  const moved = matter.clocks.flatMap((run) => {
    const was = stored.get(`${run.clock}/${run.run}`);
    if (run.endedAt || !was || run.pauses.some(({ to }) => !to)) return [];
    const is = dueOf(run, world).dueAt;
    return is.getTime() === was.getTime() ? [] : [{ run, was, is }];
  });
  if (moved.length === 0) {
    await refreshOutlook(city, held, world);
    return [];
  }
  const facts = moved.map(
    ({ run, was, is }): EventFact => ({
      ...{ type: 'moved', clock: run.clock, run: run.run, because },
      ...{ was: was.toISOString(), is: is.toISOString() },
    }),
  );
  await addEvents(city, held, facts, byOf(city, 'system'), world);
  const { matterId, number, title } = row;
  return moved.map(({ run, was, is }) => ({ matterId, number, title, clock: run.clock, was, is }));
}
