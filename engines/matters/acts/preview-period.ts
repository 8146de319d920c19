import type { City } from '#access';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { dueOf } from '../domain/clock.ts';
import { foldMatter } from '../domain/fold.ts';
import { matterKind } from '../domain/matter-kinds.ts';
import { readEventsOfMany } from '../store/event-row.ts';
import { readOpenAfter } from '../store/matter-batch.ts';
import { clockWorld } from './clock-world.ts';
import './exclude-period.ts';
import type { MovedClock } from './recalculate.ts';

/** What would move if a period were declared: every running clock derived with it and without it. Nothing is written. */
export async function previewPeriod(
  city: City,
  asked: {
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly kinds?: readonly string[] | undefined;
  },
): Promise<MovedClock[]> {
  const { from, to, kinds } = asked;
  ensure(from <= to, 'matter.period_backwards', { from, to });
  const moved: MovedClock[] = [];
  const worlds = new Map<string, Awaited<ReturnType<typeof clockWorld>>>();
  for (let rows = await readOpenAfter(city.tx, null, 500); rows.length > 0; ) {
    const events = await readEventsOfMany(
      city.tx,
      rows.map(({ matterId }) => matterId),
    );
    for (const row of rows) {
      if (kinds && !kinds.includes(row.kind)) continue;
      const world = worlds.get(row.kind) ?? (await clockWorld(city, row.kind));
      worlds.set(row.kind, world);
      const excluded = [...world.excluded, { from, to, document: '', reason: '' }];
      const { clocks } = foldMatter(matterKind(row.kind), events.get(row.matterId) ?? []);
      for (const run of clocks) {
        if (run.endedAt || run.pauses.some((pause) => !pause.to)) continue;
        const [was, is] = [dueOf(run, world).dueAt, dueOf(run, { ...world, excluded }).dueAt];
        const { matterId, number, title } = row;
        if (is.getTime() !== was.getTime())
          moved.push({ matterId, number, title, clock: run.clock, was, is });
      }
    }
    rows = await readOpenAfter(city.tx, rows.at(-1)!.matterId, 500);
  }
  return moved;
}
