import { audit, type City } from '#access';
import { yearOf } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import type { ProjectId } from '../domain/identity.ts';
import type { ProjectLink } from '../domain/project-view.ts';
import { insertLink, setMerged } from '../store/link.ts';
import { findProjectHead } from '../store/project-head.ts';
import { writeAspects } from '../store/write-aspects.ts';
import { lockForEdit } from './lock-for-edit.ts';

export type NewLink = {
  readonly projectId: ProjectId;
  readonly otherId: ProjectId;
  readonly kind: ProjectLink['kind'];
  readonly reason: string;
};

/** Says how two projects stand to each other. A project merged into another owes no report from then on. */
export async function linkProjects(city: City, link: NewLink): Promise<void> {
  const { tx, today, actor } = city;
  const { projectId, otherId, kind, reason } = link;
  ensure(reason.trim(), 'project.link_needs_reason');
  ensure(projectId !== otherId, 'project.link_to_itself');
  const now = await lockForEdit(city, projectId, { year: yearOf(today) });
  const other = await findProjectHead(tx, otherId);
  ensure(other && !other.withdrawn, 'project.not_found');
  if (kind === 'merged-into') {
    const own = await findProjectHead(tx, projectId);
    ensure(!own?.mergedInto, 'project.already_merged', { name: now.aspects.card.name });
    ensure(!other.mergedInto, 'project.already_merged', { name: other.card.name });
  }
  const isNew = await insertLink(tx, { ...link, actorId: actor.accountId });
  ensure(isNew, 'project.already_linked');
  if (kind === 'merged-into') {
    const changes = [{ aspect: 'merged' as const, before: null, after: otherId }];
    const write = { projectId, number: now.number, version: now.version, isNew: false, changes };
    await writeAspects(tx, [write], { act: 'merge', onDay: today, actorId: actor.accountId, reason });
    await setMerged(tx, projectId, otherId);
  }
  await audit(city, {
    action: 'project.link',
    object: 'project',
    objectId: projectId,
    details: { number: now.number, other: other.number, kind, reason },
  });
}
