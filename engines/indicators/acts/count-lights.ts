import type { City } from '#access';
import type { Light } from '#kernel/light';
import { lastDayOf, type Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { type GroupMonth, noSums } from '../domain/rollup.ts';
import { type NewEvaluation, readLitLater, type StandingLight } from '../store/evaluation-rows.ts';
import { readGroupsOn } from '../store/group-rows.ts';
import { addToRollups } from '../store/rollup-rows.ts';

/**
 * Carries new lights into the sums by group: one up for the new light, one down for the one it replaces. Sums hold the
 * current lights: one evaluated as of a later day stays. Lights taken back are not counted here: what owes no report
 * counted nowhere since its duty was changed.
 */
export async function countLights(
  { tx }: City,
  { month, asOf }: { month: Month; asOf: PlainDate },
  fresh: readonly NewEvaluation[],
  standing: ReadonlyMap<string, StandingLight>,
): Promise<void> {
  if (fresh.length === 0) return;
  const subjectIds = fresh.map(({ subjectId }) => subjectId);
  const [memberships, litLater] = await Promise.all([
    readGroupsOn(tx, lastDayOf(month), subjectIds),
    readLitLater(tx, { month, asOf }, subjectIds),
  ]);
  const groups = Map.groupBy(memberships, ({ subjectId }) => subjectId);
  const city = { groupKind: 'city', groupId: 'city' };
  const changes = new Map<string, { one: Omit<GroupMonth, 'sums'>; counts: Record<Light, bigint> }>();
  for (const { subjectId, results } of fresh) {
    if (litLater.has(subjectId)) continue;
    const before = standing.get(subjectId)?.overall ?? null;
    if (before === results.overall) continue;
    for (const { groupKind, groupId } of [city, ...(groups.get(subjectId) ?? [])]) {
      const key = JSON.stringify([groupKind, groupId]);
      const counts = changes.get(key)?.counts ?? { green: 0n, yellow: 0n, red: 0n, grey: 0n };
      counts[results.overall] += 1n;
      if (before) counts[before] -= 1n;
      changes.set(key, { one: { groupKind, groupId, month }, counts });
    }
  }
  await addToRollups(
    tx,
    [...changes.values()].map(({ one, counts }) => ({ ...one, sums: { ...noSums, ...counts } })),
  );
}
