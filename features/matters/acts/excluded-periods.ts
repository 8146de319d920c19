import { type City, ensureMay, ensureNotSecret, may } from '#access';
import {
  excludedPeriods,
  excludePeriod,
  getMatter,
  type MovedClock,
  matterKind,
  previewPeriod,
} from '#engines/matters';
import type { InputOf } from '#http';
import type { declareExcludedPeriod, previewExcludedPeriod } from '../contract.ts';
import { kindNamed } from './open-matter.ts';
import { clockName } from './rung-words.ts';

const shown = 500;

export async function viewPeriods(city: City) {
  ensureMay(city, 'clock.view');
  const periods = await excludedPeriods(city);
  return {
    mayDeclare: may(city.actor, 'clock.exclude'),
    periods: periods.map(({ kinds, declaredName, ...period }) => ({
      ...period,
      kinds: kinds?.map((id) => ({ id, name: matterKind(id).text })) ?? null,
      declaredBy: declaredName,
    })),
  };
}

/** What would move, before anything is declared. */
export async function previewDeclared(city: City, input: InputOf<typeof previewExcludedPeriod>) {
  ensureMay(city, 'clock.exclude');
  for (const kind of input.kinds ?? []) kindNamed(kind);
  return movedClocks(city, await previewPeriod(city, input));
}

/** What moved stands in the timeline of each matter, too. */
export async function declarePeriod(city: City, input: InputOf<typeof declareExcludedPeriod>) {
  ensureMay(city, 'clock.exclude');
  for (const kind of input.kinds ?? []) kindNamed(kind);
  ensureNotSecret({ text: `${input.document}\n${input.reason}` });
  return movedClocks(city, await excludePeriod(city, input));
}

async function movedClocks(city: City, moved: readonly MovedClock[]) {
  const first = moved.slice(0, shown);
  const kinds = await Promise.all(
    first.map(async ({ matterId }) => matterKind((await getMatter(city, matterId)).row.kind)),
  );
  return {
    total: moved.length,
    moved: first.map(({ clock, ...one }, at) => ({ ...one, clock: clockName(kinds[at]!, clock) })),
  };
}
