import { type City, ensureMay, may } from '#access';
import { ensureVersion } from '#http';
import { ensure, refuse } from '#kernel/refusal';
import { findMeeting, lockMeeting, type MeetingId, type MeetingRow } from '../store/meeting.ts';
import { stateNames } from '../texts.ts';
import '../permissions.ts';
import '../refusals.ts';

/** A meeting for whoever is invited or reads all; for others there is none. */
export async function seenMeeting(
  city: City,
  id: MeetingId,
  action: 'meeting.view' | 'meeting.download' = 'meeting.view',
): Promise<MeetingRow> {
  ensureMay(city, action);
  const meeting = (await findMeeting(city.tx, id)) ?? refuse('meeting.not_found');
  ensure(may(city.actor, action, { holders: meeting.invited }), 'meeting.not_found');
  return meeting;
}

/** Locked for a change by an office that saw this version; what was closed or cancelled does not change. */
export async function heldMeeting(
  city: City,
  { id, version }: { readonly id: MeetingId; readonly version: number },
  action: 'meeting.prepare' | 'meeting.minute' = 'meeting.prepare',
): Promise<MeetingRow> {
  ensureMay(city, action, {});
  const meeting = (await lockMeeting(city.tx, id)) ?? refuse('meeting.not_found');
  ensurePreparing(meeting);
  const { title, heldOn, heldAt, place, chair, others, version: current } = meeting;
  ensureVersion(current, version, { current: { title, heldOn, heldAt, place, chair, others } });
  return meeting;
}

export function ensurePreparing({ state, title }: MeetingRow): void {
  ensure(state === 'preparing', 'meeting.not_preparing', {
    title,
    state: stateNames[state].replace(/^已/, ''),
  });
}
