import { audit, type City } from '#access';
import { firstDayOf, type Month, yearOfMonth } from '#kernel/month';
import { defineRefusals, ensure } from '#kernel/refusal';
import { type Apart, apartIn } from '../domain/apart.ts';
import type { ProjectId } from '../domain/identity.ts';
import type { ProjectLink } from '../domain/project-view.ts';
import { insertLink, writeApart } from '../store/link.ts';
import { findProjectHead } from '../store/project-head.ts';
import { writeAspects } from '../store/write-aspects.ts';
import { lockForEdit } from './lock-for-edit.ts';

defineRefusals({
  'project.counted_elsewhere': { status: 409, text: '项目“{name}”自{fromMonth}起不单独计数：{reason}' },
});

type SettingApart = {
  readonly projectId: ProjectId;
  readonly fromMonth: Month;
  readonly reason: string;
};

/** From a month on the project counts nowhere by itself; its history and its evaluations stay as they are. */
export async function setApart(city: City, { projectId, fromMonth, reason }: SettingApart): Promise<void> {
  const { apart } = await getHead(city, projectId);
  const { name } = await write(city, projectId, apart, { fromMonth, untilMonth: null, reason });
  await audit(city, {
    action: 'project.apart',
    object: 'project',
    objectId: projectId,
    details: { name, fromMonth, reason },
  });
}

/** Two projects as levels or parts of one; unlike `linkProjects` the money is dealt with by whoever calls. */
export async function linkLevels(
  city: City,
  link: {
    readonly projectId: ProjectId;
    readonly otherId: ProjectId;
    readonly kind: Extract<ProjectLink['kind'], 'merged-into' | 'split-from' | 'part-of'>;
    readonly reason: string;
  },
): Promise<void> {
  await insertLink(city.tx, { ...link, actorId: city.actor.accountId });
}

async function getHead({ tx }: City, projectId: ProjectId) {
  const head = await findProjectHead(tx, projectId);
  ensure(head && !head.withdrawn, 'project.not_found');
  return head;
}

async function write(city: City, projectId: ProjectId, before: Apart | null, after: Apart) {
  const { tx, actor } = city;
  const { fromMonth, reason } = after;
  const now = await lockForEdit(city, projectId, { year: yearOfMonth(fromMonth) });
  const { name } = now.aspects.card;
  const standing = apartIn(before, fromMonth);
  ensure(standing === undefined, 'project.counted_elsewhere', { name, fromMonth, reason: standing ?? '' });
  await writeAspects(
    tx,
    [
      {
        ...{ projectId, number: now.number, version: now.version, isNew: false },
        changes: [{ aspect: 'apart', before, after }],
      },
    ],
    { act: 'apart', onDay: firstDayOf(fromMonth), actorId: actor.accountId, reason },
  );
  await writeApart(tx, projectId, after);
  return { name };
}
