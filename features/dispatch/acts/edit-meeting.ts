import { audit, type City, ensureNotSecret } from '#access';
import { calendarOf } from '#calendar';
import { instantOf } from '#engines/matters';
import type { InputOf } from '#http';
import { ensure } from '#kernel/refusal';
import type {
  cancelMeeting as cancelRoute,
  editMeeting as editRoute,
  proposeItems as turnRoute,
} from '../contract.ts';
import { commentWindow } from '../domain/comment-window.ts';
import { changeMeeting, previousMeeting } from '../store/meeting.ts';
import { cadenceNamed, cadencesOf } from './cadences.ts';
import { heldMeeting } from './open-meeting.ts';
import { proposeAgenda } from './propose-agenda.ts';
import { putAgenda } from './put-agenda.ts';
import { tellMeeting } from './tell-meeting.ts';
import { ensureUnits, inOfficialOrder } from './units-of.ts';

type Turn = InputOf<typeof turnRoute>;

/** Another day moves the days for comments with it, unless somebody set their end. */
export async function editMeeting(city: City, asked: InputOf<typeof editRoute>) {
  const meeting = await heldMeeting(city, asked);
  const { title, heldOn, heldAt, place, chair, others, invited, commentsTo } = asked;
  ensureNotSecret({ text: [title, place, chair, others].join('\n') });
  await ensureUnits(city, invited);
  const rule = cadencesOf(city).find(({ id }) => id === meeting.cadence)?.comments;
  const window = rule && commentWindow(rule, heldOn, await calendarOf(city));
  const to =
    commentsTo === meeting.commentsTo && heldOn !== meeting.heldOn ? (window?.to ?? null) : commentsTo;
  const from = window && heldOn !== meeting.heldOn ? window.from : (meeting.commentsFrom ?? city.today);
  const version = await changeMeeting(city.tx, meeting.meetingId, {
    ...{ title: title.trim(), heldOn, heldAt, place, chair, others },
    invited: await inOfficialOrder(city, invited),
    ...{ commentsFrom: to === null ? null : ([from, to].sort()[0] ?? to), commentsTo: to },
  });
  await trace(city, meeting.meetingId, { done: 'edit', title, heldOn, place, chair });
  return { version };
}

export async function inviteToMeeting(city: City, asked: Turn) {
  const meeting = await heldMeeting(city, asked);
  ensure(meeting.invited.length > 0, 'meeting.nobody_invited');
  const { title, heldOn, heldAt, place, commentsFrom, commentsTo } = meeting;
  const version = await changeMeeting(city.tx, meeting.meetingId, { invitedAt: instantOf(city) });
  const comments = commentsTo ? `请于 ${commentsFrom} 至 ${commentsTo} 对议题提出书面意见。` : '';
  await tellMeeting(city, { ...meeting, version }, meeting.invited, {
    kind: 'meeting.invited',
    title: `会议通知：${title}，${heldOn}${heldAt ? ` ${heldAt}` : ''}`,
    text: `${title}定于 ${heldOn}${heldAt ? ` ${heldAt}` : ''}${place ? `在${place}` : ''}召开。${comments}`,
  });
  await trace(city, meeting.meetingId, { done: 'invite', units: meeting.invited.length });
  return { version };
}

export async function cancelMeeting(city: City, asked: InputOf<typeof cancelRoute>) {
  const meeting = await heldMeeting(city, asked);
  ensureNotSecret({ text: asked.reason });
  const change = { state: 'cancelled' as const, stateReason: asked.reason.trim() };
  const version = await changeMeeting(city.tx, meeting.meetingId, change);
  if (meeting.invitedAt)
    await tellMeeting(city, { ...meeting, version }, meeting.invited, {
      kind: 'meeting.cancelled',
      title: `会议取消：${meeting.title}，原定 ${meeting.heldOn}`,
      text: `原定 ${meeting.heldOn} 的“${meeting.title}”取消：${asked.reason.trim()}`,
      urgent: true,
    });
  await trace(city, meeting.meetingId, { done: 'cancel', reason: asked.reason });
  return { version };
}

/** Asks the data again: new items come to the end, sheets are made anew. */
export async function proposeItems(city: City, asked: Turn) {
  const meeting = await heldMeeting(city, asked);
  const cadence = cadenceNamed(city, meeting.cadence ?? '');
  const previous = await previousMeeting(city.tx, meeting, meeting.heldOn);
  const { departments } = meeting;
  const agenda = await proposeAgenda(city, { cadence, asOf: city.today, departments, previous });
  const added = await putAgenda(city, meeting.meetingId, agenda.items);
  const version = await changeMeeting(city.tx, meeting.meetingId, {
    ...{ agendaAsOf: city.today, agendaLeft: agenda.left },
  });
  await trace(city, meeting.meetingId, { done: 'propose', added, left: agenda.left });
  return { version };
}

async function trace(
  city: City,
  objectId: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await audit(city, { action: 'meeting.prepare', object: 'meeting', objectId, details });
}
