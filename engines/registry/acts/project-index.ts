import type { City } from '#access';
import { type IndexedProject, readIndex } from '../store/match-index.ts';

/** What reports and lists are matched with: the projects of a year's lists, or all where no year is given. */
export function projectIndex(city: City, year?: number): Promise<IndexedProject[]> {
  return readIndex(city.tx, year);
}
