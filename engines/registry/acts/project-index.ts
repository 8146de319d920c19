import type { City } from '#access';
import { sectionOf } from '#pack';
import { stagesSection } from '../sections/stages.ts';
import { type IndexRow, readIndex } from '../store/match-index.ts';

export type IndexedProject = IndexRow & {
  /** Completed, paused, ended, merged: owes no report. */
  readonly closed: boolean;
};

/**
 * What reports and lists are matched with: the projects of a year's lists, or all where no year is given; of `among`
 * only, where that is given.
 */
export async function projectIndex(
  city: City,
  year?: number,
  among?: readonly string[],
): Promise<IndexedProject[]> {
  const { stages } = sectionOf(city.pack, stagesSection);
  const closed = new Set(stages.filter((stage) => stage.closed).map((stage) => stage.id));
  const rows = await readIndex(city.tx, year, among);
  return rows.map((row) => ({ ...row, closed: closed.has(row.stage) || row.mergedInto !== null }));
}
