import type { City } from '#access';
import type { Month } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import { differencesBetween, type GroupMonth, type RollupDifference } from '../domain/rollup.ts';
import { readMonthLocks } from '../store/month-lock-rows.ts';
import { type MonthWindow, readRollups, readShares } from '../store/rollup-rows.ts';
import { findAllSubjects } from '../store/subject-rows.ts';
import { everyMonth } from './keep-rollups.ts';
import { digestOfSums } from './sums-digest.ts';

export type RollupCheck = {
  readonly checked: number;
  readonly differences: readonly RollupDifference[];
  /** Locked months whose sums are no longer those that were locked. */
  readonly changedAfterLock: readonly Month[];
};

/**
 * Recomputes all sums from the rows and lists where the kept ones differ; sums of locked months are held against the
 * digest of their lock. No difference is the expected answer.
 */
export async function checkRollups(city: City): Promise<RollupCheck> {
  ensure(city.tx.scope.reach !== 'holders', 'lights.whole_city_only');
  const locks = await readMonthLocks(city.tx);
  const kept = Map.groupBy(await readRollups(city.tx, {}), ({ month }) => month);
  const changedAfterLock = locks
    .filter(({ month, sumsDigest }) => digestOfSums(kept.get(month) ?? []) !== sumsDigest)
    .map(({ month }) => month);
  for (const { month } of locks) kept.delete(month);
  const open = [...kept.values()].flat();
  const actual = await readShares(city.tx, await findAllSubjects(city.tx), everyMonth);
  return { checked: actual.length, differences: differencesBetween(open, actual), changedAfterLock };
}

/** The kept sums of groups of a kind over a span of months: what dashboards read. */
export async function rollupsOf(city: City, groupKind: string, window: MonthWindow): Promise<GroupMonth[]> {
  return readRollups(city.tx, { groupKind, window });
}
