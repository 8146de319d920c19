import { audit, type City, ensureNotSecret } from '#access';
import { canonicalHash, canonicalJson } from '#documents';
import { instantOf } from '#engines/matters';
import type { InputOf } from '#http';
import { ensure } from '#kernel/refusal';
import type { closeMeeting as route } from '../contract.ts';
import { readComments } from '../store/comment.ts';
import { readDecisions } from '../store/decision.ts';
import { readItems } from '../store/item.ts';
import { addRecord, changeMeeting, findRecord, type MeetingRow } from '../store/meeting.ts';
import { heldMeeting } from './open-meeting.ts';
import { ensureHeld } from './record-decision.ts';
import { tellMeeting } from './tell-meeting.ts';

type Attendance = { readonly present: string; readonly absent: string };

/** Agenda, sheets, comments and decisions are frozen with the SM3 of their canonical spelling; minutes can be printed. */
export async function closeMeeting(city: City, asked: InputOf<typeof route>) {
  const meeting = await heldMeeting(city, asked, 'meeting.minute');
  ensureHeld(city, meeting);
  const attendance = { present: asked.present.trim(), absent: asked.absent?.trim() ?? '' };
  ensureNotSecret({ text: `${attendance.present}\n${attendance.absent}` });
  const record = await recordOf(city, meeting, attendance);
  const digest = canonicalHash(record);
  await addRecord(city.tx, meeting.meetingId, record, digest);
  const state = { state: 'closed' as const, digest, closedAt: instantOf(city) };
  const version = await changeMeeting(city.tx, meeting.meetingId, { ...attendance, ...state });
  await tellMeeting(city, { ...meeting, version }, meeting.invited, {
    kind: 'meeting.closed',
    title: `会议纪要：${meeting.title}，${meeting.heldOn}`,
    text: `${meeting.heldOn} 的“${meeting.title}”已办结，纪要和议定事项可以查看。`,
  });
  await audit(city, {
    ...{ action: 'meeting.minute', object: 'meeting', objectId: meeting.meetingId },
    details: { done: 'close', digest },
  });
  return { version, digest };
}

async function recordOf(city: City, meeting: MeetingRow, attendance: Attendance): Promise<string> {
  const { meetingId, title, heldOn, heldAt, place, chair, invited, others, cadence, agendaAsOf } = meeting;
  const items = await readItems(city.tx, meetingId);
  const comments = await readComments(city.tx, [meetingId]);
  const decisions = await readDecisions(city.tx, [meetingId]);
  return canonicalJson({
    meeting: { meetingId, cadence, title, heldOn, heldAt, place, chair, invited, others, agendaAsOf },
    attendance,
    items: items.map(({ itemId, source, sourceKey, title: of, lead, sheet, removedReason }) => ({
      ...{ itemId, source, sourceKey, title: of, lead, sheet, removedReason },
    })),
    comments: comments.map(({ itemId, orgId, text, version }) => ({ itemId, orgId, text, version })),
    decisions: decisions.map(({ number, itemId, text, lead, support, dueOn, matterId, withdrawnReason }) => ({
      ...{ number, itemId, text, lead, support, dueOn, matterId, withdrawnReason },
    })),
  });
}

/** What was frozen is still what it was, and still what is shown; asked of readers who may read the whole record. */
export async function ensureUnaltered(city: City, meeting: MeetingRow): Promise<void> {
  const kept = meeting.digest === null ? undefined : await findRecord(city.tx, meeting.meetingId);
  if (!kept) return;
  const { present, absent } = meeting;
  const now = await recordOf(city, meeting, { present: present ?? '', absent: absent ?? '' });
  const same =
    kept.digest === meeting.digest && canonicalHash(kept.record) === kept.digest && now === kept.record;
  ensure(same, 'meeting.record_altered');
}
