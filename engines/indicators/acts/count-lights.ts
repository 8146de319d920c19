import type { City } from '#access';
import type { Light } from '#kernel/light';
import { lastDayOf, type Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { type GroupMonth, noSums } from '../domain/rollup.ts';
import type { SubjectId } from '../domain/subject.ts';
import { type NewEvaluation, readLitLater, type StandingLight } from '../store/evaluation-rows.ts';
import { countInGroups } from '../store/group-rows.ts';
import { addToRollups } from '../store/rollup-rows.ts';

/** A new light, and the one that stood before it. */
export type ChangedLight = {
  readonly subjectId: SubjectId;
  readonly before: Light | null;
  readonly overall: Light;
};

export function changedLights(
  fresh: readonly Pick<NewEvaluation, 'subjectId' | 'results'>[],
  standing: ReadonlyMap<SubjectId, StandingLight>,
): ChangedLight[] {
  return fresh.map(({ subjectId, results: { overall } }) => {
    return { subjectId, before: standing.get(subjectId)?.overall ?? null, overall };
  });
}

/**
 * Carries new lights into the sums by group: one up for the new light, one down for the one it replaces. Sums hold the
 * current lights: one evaluated as of a later day stays. Lights taken back are not counted here: what owes no report
 * counted nowhere since its duty was changed.
 */
export async function countLights(
  { tx }: City,
  { month, asOf }: { month: Month; asOf: PlainDate },
  changed: readonly ChangedLight[],
): Promise<void> {
  const other = changed.filter(({ before, overall }) => before !== overall);
  if (other.length === 0) return;
  const litLater = await readLitLater(
    tx,
    { month, asOf },
    other.map(({ subjectId }) => subjectId),
  );
  const counted = other.filter(({ subjectId }) => !litLater.has(subjectId));
  const marked = counted.map(({ subjectId, before, overall }) => ({
    subjectId,
    mark: `${before ?? ''}>${overall}`,
  }));
  const ofCity = [...Map.groupBy(marked, ({ mark }) => mark)].map(([mark, { length: count }]) => ({
    ...{ groupKind: 'city', groupId: 'city', mark, count },
  }));
  const moves = [...ofCity, ...(await countInGroups(tx, lastDayOf(month), marked))];
  const changes = new Map<string, { one: Omit<GroupMonth, 'sums'>; counts: Record<Light, bigint> }>();
  for (const { groupKind, groupId, mark, count } of moves) {
    const key = JSON.stringify([groupKind, groupId]);
    const counts = changes.get(key)?.counts ?? { green: 0n, yellow: 0n, red: 0n, grey: 0n };
    const [from, to] = mark.split('>') as [Light | '', Light];
    counts[to] += BigInt(count);
    if (from) counts[from] -= BigInt(count);
    changes.set(key, { one: { groupKind, groupId, month }, counts });
  }
  await addToRollups(
    tx,
    [...changes.values()].map(({ one, counts }) => ({ ...one, sums: { ...noSums, ...counts } })),
  );
}
