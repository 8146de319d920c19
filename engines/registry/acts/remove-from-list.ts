import { audit, type City } from '#access';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import type { ProjectId } from '../domain/identity.ts';
import { openListBook } from '../domain/list.ts';
import type { MembershipChange } from '../domain/list-import.ts';
import { listsSection } from '../sections/lists.ts';
import { findMembership } from '../store/membership.ts';
import { writeAspects } from '../store/write-aspects.ts';
import { lockForEdit } from './lock-for-edit.ts';

export type ListRemoval = {
  readonly projectId: ProjectId;
  readonly list: string;
  readonly year: number;
  /** First day on which the project is no longer on the list. */
  readonly onDay?: PlainDate;
  readonly reason: string;
};

/** Takes a project off a list from a day on; until then it stays on it for every look back. */
export async function removeFromList(city: City, removal: ListRemoval): Promise<MembershipChange> {
  const { tx, pack, today, actor } = city;
  const { projectId, year, reason } = removal;
  const list = openListBook(sectionOf(pack, listsSection)).named(removal.list);
  ensure(reason.trim(), 'list.removal_needs_reason');
  const now = await lockForEdit(city, projectId, { year });
  const membership = await findMembership(tx, { projectId, list: list.id, year });
  ensure(membership, 'list.not_on', { name: now.aspects.card.name, year, list: list.name });
  const onDay = removal.onDay ?? today;
  const { fromOn } = membership;
  ensure(onDay >= fromOn, 'list.removed_before_entry', { onDay, fromOn });
  const after = now.aspects.lists.filter((id) => id !== list.id);
  const changes = [{ aspect: `lists:${year}` as const, before: now.aspects.lists, after }];
  await writeAspects(tx, [{ projectId, number: now.number, version: now.version, isNew: false, changes }], {
    act: 'list-remove',
    onDay,
    actorId: actor.accountId,
    reason,
  });
  await audit(city, {
    action: 'list.remove',
    object: 'project',
    objectId: projectId,
    details: { number: now.number, list: list.id, year, onDay, reason },
  });
  return { listId: list.id, year, projectId, change: 'removed', onDay };
}
