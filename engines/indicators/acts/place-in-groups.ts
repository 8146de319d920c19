import type { City } from '#access';
import { monthOf, type PlainDate } from '#kernel/plain-date';
import type { SubjectGroup, SubjectId } from '../domain/subject.ts';
import { putGroups, readGroupsOf } from '../store/group-rows.ts';
import { addNewGroups } from '../store/new-group-rows.ts';
import { everyMonth, keepRollups } from './keep-rollups.ts';

/** Records dated memberships as they are; a known one (same group, same first day) takes over its last day. */
export async function recordGroups(city: City, groups: readonly SubjectGroup[]): Promise<void> {
  const unique = [...new Map(groups.map((one) => [keyOf(one), one])).values()];
  await keepRollups(city, subjectsOf(unique), everyMonth, () => putGroups(city.tx, unique, city.actor.name));
}

/** The groups of one kind a subject is in from a day on: open ones that are not named end, new ones begin. */
export type Placement = {
  readonly subjectId: SubjectId;
  readonly groupIds: readonly string[];
  readonly fromOn: PlainDate;
};

export async function placeInGroups(
  city: City,
  groupKind: string,
  placements: readonly Placement[],
): Promise<void> {
  const subjectIds = subjectsOf(placements);
  const first = placements.map(({ fromOn }) => monthOf(fromOn)).toSorted()[0] ?? everyMonth.first;
  // Nothing changes before the first of these days: months long past need not be summed again.
  await keepRollups(city, subjectIds, { ...everyMonth, first }, async () => {
    const known = Map.groupBy(
      await readGroupsOf(city.tx, subjectIds, groupKind),
      ({ subjectId }) => subjectId,
    );
    const changed = new Map<string, SubjectGroup>();
    const fresh: SubjectGroup[] = [];
    const placed = new Set<SubjectId>();
    for (const { subjectId, groupIds, fromOn } of placements) {
      if (!known.has(subjectId) && !placed.has(subjectId)) {
        placed.add(subjectId);
        for (const groupId of new Set(groupIds))
          fresh.push({ subjectId, groupKind, groupId, fromOn, toOn: null });
        continue;
      }
      const open = (known.get(subjectId) ?? []).filter(({ toOn }) => toOn === null || (toOn ?? '') > fromOn);
      for (const one of open) {
        if (groupIds.includes(one.groupId) && one.fromOn <= fromOn && one.toOn === null) continue;
        const isLater = one.fromOn > fromOn;
        changed.set(keyOf(one), { ...one, toOn: isLater ? one.fromOn : fromOn });
      }
      for (const groupId of groupIds) {
        if (open.some((one) => one.groupId === groupId && one.fromOn <= fromOn && one.toOn === null))
          continue;
        const begun = { subjectId, groupKind, groupId, fromOn, toOn: null };
        changed.set(keyOf(begun), begun);
      }
    }
    await addNewGroups(city.tx, fresh, city.actor.name);
    if (changed.size > 0) await putGroups(city.tx, [...changed.values()], city.actor.name);
  });
}

function subjectsOf(rows: readonly { subjectId: SubjectId }[]): SubjectId[] {
  return [...new Set(rows.map(({ subjectId }) => subjectId))];
}

function keyOf({ subjectId, groupKind, groupId, fromOn }: SubjectGroup): string {
  return `${subjectId} ${groupKind} ${fromOn} ${groupId}`;
}
