import { randomBytes } from 'node:crypto';
import { actorOf, audit, type City, ensureMay, findAccount, may } from '#access';
import { instantOf } from '#engines/matters';
import { addDays } from '#kernel/plain-date';
import { ensure, refuse } from '#kernel/refusal';
import { sm3 } from '#kernel/sm3';
import { pagesOrigin } from '#telling';
import { type CalendarEvent, icalendar } from '../domain/ical.ts';
import { addFeed, findFeedAccount, revokeFeedRow } from '../store/feed.ts';
import type { MeetingRow } from '../store/meeting.ts';
import { entriesIn, movedText, type Planned } from './read-calendar.ts';

/** A new address of the reader's feed; of the token only its hash is kept, and the address before ends. */
export async function openFeed(city: City) {
  ensureMay(city, 'meeting.calendar', {});
  const { accountId } = city.actor;
  const token = randomBytes(32).toString('base64url');
  await addFeed(city.tx, { digest: sm3(token), accountId, at: instantOf(city) });
  await audit(city, { action: 'meeting.calendar', object: 'calendar-feed', objectId: accountId });
  return { path: `/api/public/calendar/${token}?cityId=${city.cityId}` };
}

export async function revokeFeed(city: City) {
  ensureMay(city, 'meeting.calendar', {});
  const { accountId } = city.actor;
  await revokeFeedRow(city.tx, accountId, instantOf(city));
  const details = { done: 'revoke' };
  await audit(city, { action: 'meeting.calendar', object: 'calendar-feed', objectId: accountId, details });
}

const before = 60;
const ahead = 200;

/**
 * For whoever knows the address: names and days of meetings and where their pages are, nothing of what is said there. A
 * disabled account, or one that lost its part in dispatch, has no feed.
 */
export async function calendarFeed(city: City, token: string) {
  const accountId = (await findFeedAccount(city.tx, sm3(token))) ?? refuse('calendar_feed.unknown');
  const account = await findAccount(city.tx, accountId);
  ensure(account && account.disabledAt === null, 'calendar_feed.unknown');
  const actor = await actorOf(city.tx, account, city.today);
  const hasPart = may(actor, 'meeting.calendar', {});
  ensure(hasPart, 'calendar_feed.unknown');
  const span = { from: addDays(city.today, -before), to: addDays(city.today, ahead) };
  const { planned, meetings } = await entriesIn(city, span);
  const seen = meetings.filter(({ invited }) => may(actor, 'meeting.view', { holders: invited }));
  const stamp = instantOf(city);
  const events = [
    ...planned.map((one) => plannedEvent(city, one, stamp)),
    ...seen.map((one) => meetingEvent(city, one, stamp)),
  ].sort((a, b) => (a.day + a.uid < b.day + b.uid ? -1 : 1));
  const text = icalendar(`${city.pack.name}重大项目调度`, events);
  return { name: 'calendar.ics', bytes: Buffer.from(text) };
}

function plannedEvent(city: City, { cadence, occurrence }: Planned, stamp: Date): CalendarEvent {
  return {
    uid: `${cadence.id}-${occurrence.period}@${city.cityId}.guatu`,
    ...{ day: occurrence.day, name: cadence.name, sequence: 0, stamp, url: link('/dispatch/calendar') },
    note: movedText(occurrence) ?? undefined,
  };
}

function meetingEvent(city: City, meeting: MeetingRow, stamp: Date): CalendarEvent {
  const { meetingId, title, heldOn, heldAt, state, version } = meeting;
  return {
    uid: `meeting-${meetingId}@${city.cityId}.guatu`,
    ...{ day: heldOn, time: heldAt ?? undefined, name: title, sequence: version, stamp },
    ...{ cancelled: state === 'cancelled', url: link(`/dispatch/meetings/${meetingId}`) },
  };
}

function link(path: string): string | undefined {
  const origin = pagesOrigin();
  return origin === '' ? undefined : `${origin}${path}`;
}
