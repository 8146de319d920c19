import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { calendarOf } from '#calendar';
import { instantOf } from '#engines/matters';
import type { InputOf } from '#http';
import { newId } from '#kernel/id';
import { periodContaining } from '#kernel/period';
import { ensure } from '#kernel/refusal';
import type { createMeeting as route } from '../contract.ts';
import { commentWindow } from '../domain/comment-window.ts';
import { readGroups } from '../store/group.ts';
import { addMeeting, changeMeeting, type MeetingId, previousMeeting } from '../store/meeting.ts';
import { cadenceNamed } from './cadences.ts';
import { proposeAgenda } from './propose-agenda.ts';
import { putAgenda } from './put-agenda.ts';
import { ensureUnits, inOfficialOrder } from './units-of.ts';

/** A meeting of a cadence, or a special one: its agenda is proposed at once, the days for comments are counted back. */
export async function createMeeting(city: City, asked: InputOf<typeof route>) {
  ensureMay(city, 'meeting.prepare', {});
  const { title, place = '', chair = '', others = '', field = '', departments = [], invited = [] } = asked;
  ensureNotSecret({ text: [title, place, chair, others, field].join('\n') });
  await ensureUnits(city, [...invited, ...departments]);
  const cadence = cadenceNamed(city, asked.cadence);
  const groupId = asked.groupId ?? null;
  const group = groupId ? (await readGroups(city.tx)).find((one) => one.groupId === groupId) : undefined;
  ensure(!groupId || (group && !group.until), 'meeting.no_such_group');
  const meetingId: MeetingId = newId<'meeting'>();
  const { heldOn } = asked;
  const window = cadence.comments && commentWindow(cadence.comments, heldOn, await calendarOf(city));
  await addMeeting(city.tx, {
    ...{ meetingId, cadence: cadence.id, groupId, kind: cadence.kind, level: cadence.level },
    title: title?.trim() || [cadence.name, group?.name, field].filter(Boolean).join(' · '),
    period: cadence.every ? periodContaining(cadence.every, heldOn).code : null,
    ...{ field: field.trim(), departments, heldOn, heldAt: asked.heldAt ?? null, place, chair, others },
    invited: await inOfficialOrder(city, invited),
    ...{ commentsFrom: window?.from ?? null, commentsTo: window?.to ?? null, agendaAsOf: city.today },
    ...{ accountId: city.actor.accountId, by: city.actor.name, at: instantOf(city) },
  });
  const previous = await previousMeeting(
    city.tx,
    { cadence: cadence.id, groupId, field: field.trim() },
    heldOn,
  );
  const agenda = await proposeAgenda(city, { cadence, asOf: city.today, departments, previous });
  const items = await putAgenda(city, meetingId, agenda.items);
  const version = await changeMeeting(city.tx, meetingId, { agendaLeft: agenda.left });
  await audit(city, {
    ...{ action: 'meeting.prepare', object: 'meeting', objectId: meetingId },
    details: { done: 'create', cadence: cadence.id, heldOn, items, left: agenda.left },
  });
  return { meetingId, version, items };
}
