import type { City } from '#access';
import { readYearStandings, type YearStanding } from '../store/year-standing.ts';

const few = 500;

/** Of these projects, those of a year's lists with what decides what they owe and where their sums count. */
export async function yearStandings(
  city: City,
  year: number,
  projectIds: ReadonlySet<string>,
): Promise<YearStanding[]> {
  if (projectIds.size <= few) return readYearStandings(city.tx, year, [...projectIds]);
  const all = await readYearStandings(city.tx, year);
  return all.filter(({ projectId }) => projectIds.has(projectId));
}
