import type { City } from '#access';
import { ensure } from '#kernel/refusal';
import { differencesBetween, type GroupMonth, type RollupDifference } from '../domain/rollup.ts';
import { type MonthWindow, readRollups, readShares } from '../store/rollup-rows.ts';
import { findAllSubjects } from '../store/subject-rows.ts';
import { everyMonth } from './keep-rollups.ts';

/** Recomputes all sums from the rows and lists where the kept ones differ; no difference is the expected answer. */
export async function checkRollups(
  city: City,
): Promise<{ checked: number; differences: RollupDifference[] }> {
  ensure(city.tx.scope.reach !== 'holders', 'lights.whole_city_only');
  const actual = await readShares(city.tx, await findAllSubjects(city.tx), everyMonth);
  const differences = differencesBetween(await readRollups(city.tx, {}), actual);
  return { checked: actual.length, differences };
}

/** The kept sums of groups of a kind over a span of months: what dashboards read. */
export async function rollupsOf(city: City, groupKind: string, window: MonthWindow): Promise<GroupMonth[]> {
  return readRollups(city.tx, { groupKind, window });
}
