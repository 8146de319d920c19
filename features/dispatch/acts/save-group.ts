import { audit, type City, ensureMay, ensureNotSecret, may } from '#access';
import { instantOf } from '#engines/matters';
import { ensureVersion, type InputOf } from '#http';
import { newId } from '#kernel/id';
import { daysBetween } from '#kernel/plain-date';
import { ensure, refuse } from '#kernel/refusal';
import type { addGroup as addRoute } from '../contract.ts';
import { isDone } from '../domain/decision-standing.ts';
import { type GroupId, type GroupRow, putGroup, readGroups } from '../store/group.ts';
import { readMeetings } from '../store/meeting.ts';
import { decisionLines } from './decision-lines.ts';
import '../permissions.ts';
import '../refusals.ts';

/** Groups with their meetings and open tasks; what nobody called for longest stands first. */
export async function listGroups(city: City) {
  ensureMay(city, 'dispatch-group.view', {});
  const groups = await readGroups(city.tx);
  const meetings = (await readMeetings(city.tx, {}, 5000)).filter(({ groupId }) => groupId !== null);
  const ids = meetings.filter(({ state }) => state === 'closed').map(({ meetingId }) => meetingId);
  const open = (await decisionLines(city, ids, city.today)).filter((one) => !isDone(one));
  const groupOf = new Map<string, string | null>(
    meetings.map(({ meetingId, groupId }) => [meetingId, groupId]),
  );
  return {
    today: city.today,
    groups: groups
      .map(({ by: _by, at: _at, ...group }) => ({
        ...group,
        members: [...group.members],
        idleDays: group.until ? null : daysBetween(group.lastMetOn ?? group.since, city.today),
        meetings: meetings.filter(({ groupId }) => groupId === group.groupId).length,
        openTasks: open.filter(({ meetingId }) => groupOf.get(meetingId) === group.groupId).length,
      }))
      .sort((a, b) => (b.idleDays ?? -1) - (a.idleDays ?? -1)),
    maySave: may(city.actor, 'dispatch-group.save', {}),
  };
}

type Said = InputOf<typeof addRoute>;

export async function addGroup(city: City, said: Said) {
  return save(city, { groupId: newId<'dispatch-group'>(), version: 0 }, said);
}

export async function editGroup(
  city: City,
  { id, version, ...said }: Said & { readonly id: GroupId; readonly version: number },
) {
  ensureMay(city, 'dispatch-group.save', {});
  const current = (await readGroups(city.tx)).find(({ groupId }) => groupId === id);
  if (!current) return refuse('dispatch_group.not_found');
  ensureVersion(current.version, version, { current });
  return save(city, { groupId: id, version }, said);
}

async function save(city: City, { groupId, version }: Pick<GroupRow, 'groupId' | 'version'>, said: Said) {
  ensureMay(city, 'dispatch-group.save', {});
  const { kind, since, until, members } = said;
  const [name, scope, chief, workPlan] = [said.name, said.scope, said.chief, said.workPlan].map(
    (text) => text?.trim() ?? '',
  ) as [string, string, string, string];
  ensureNotSecret({ text: [name, scope, workPlan].join('\n') });
  const same = (await readGroups(city.tx)).find(
    (one) => one.name === name && !one.until && one.groupId !== groupId,
  );
  ensure(!same || until, 'dispatch_group.name_taken', { name });
  const row = { groupId, kind, name, scope, chief, members, since, until, workPlan, version: version + 1 };
  const kept = await putGroup(city.tx, { ...row, by: city.actor.name, at: instantOf(city) });
  ensure(kept, 'http.stale_version', { currentVersion: version + 1, givenVersion: version });
  await audit(city, {
    ...{ action: 'dispatch-group.save', object: 'dispatch-group', objectId: groupId },
    details: { name, kind, since, until, members: members.length, version: version + 1 },
  });
  return { groupId, version: version + 1 };
}
