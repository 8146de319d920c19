import { type City, ensureMay, may } from '#access';
import type { PlainDate } from '#kernel/plain-date';
import { readComments } from '../store/comment.ts';
import { readGroups } from '../store/group.ts';
import { countItems, type ItemRow, readItems } from '../store/item.ts';
import { type MeetingId, type MeetingRow, previousMeeting, readMeetings } from '../store/meeting.ts';
import { unitNames } from '../store/names.ts';
import { cadencesOf } from './cadences.ts';
import { type DecisionLine, decisionLines } from './decision-lines.ts';
import { seenMeeting } from './open-meeting.ts';

type Level = 'city-mayor' | 'vice-mayor' | 'department' | 'district' | 'group';

export function headOf(meeting: MeetingRow, groups: ReadonlyMap<string, string>) {
  const { groupId } = meeting;
  return {
    ...{ meetingId: meeting.meetingId, title: meeting.title, cadence: meeting.cadence, kind: meeting.kind },
    level: meeting.level as Level,
    group: groupId ? { id: groupId, name: groups.get(groupId) ?? '' } : null,
    ...{ field: meeting.field, heldOn: meeting.heldOn, heldAt: meeting.heldAt, place: meeting.place },
    ...{ chair: meeting.chair, state: meeting.state, stateReason: meeting.stateReason },
    ...{ commentsFrom: meeting.commentsFrom, commentsTo: meeting.commentsTo },
    ...{ invitedAt: meeting.invitedAt, version: meeting.version },
  };
}

export async function groupNames(city: City): Promise<Map<string, string>> {
  return new Map((await readGroups(city.tx)).map(({ groupId, name }) => [groupId, name]));
}

/** The meetings the reader has a part in; the offices of the whole city see every one. */
export async function meetingsSeen(
  city: City,
  span: { readonly from?: PlainDate; readonly to?: PlainDate } = {},
) {
  const all = may(city.actor, 'meeting.view', {});
  return readMeetings(city.tx, { ...span, ...(all ? {} : { invited: city.actor.holders }) });
}

export async function listMeetings(city: City) {
  ensureMay(city, 'meeting.view');
  const meetings = await meetingsSeen(city);
  const ids = meetings.map(({ meetingId }) => meetingId);
  const [groups, items, decisions] = [
    await groupNames(city),
    await countItems(city.tx, ids),
    Map.groupBy(await decisionLines(city, ids, city.today), ({ meetingId }) => meetingId),
  ];
  return {
    today: city.today,
    meetings: meetings.map((meeting) => {
      const own = (decisions.get(meeting.meetingId) ?? []).filter(({ standing }) => standing !== 'dropped');
      const count = (...of: readonly DecisionLine['standing'][]) =>
        own.filter(({ standing }) => of.includes(standing)).length;
      return {
        ...headOf(meeting, groups),
        ...{ items: items.get(meeting.meetingId) ?? 0, decisions: own.length },
        ...{ done: count('on-time', 'late', 'noted'), overdue: count('overdue') },
      };
    }),
    mayPrepare: may(city.actor, 'meeting.prepare', {}),
  };
}

/** Everything of a meeting that the reader may see, as it stands. */
export async function viewMeeting(city: City, id: MeetingId) {
  const meeting = await seenMeeting(city, id);
  const items = await readItems(city.tx, id);
  const comments = Map.groupBy(await readComments(city.tx, [id]), ({ itemId }) => itemId);
  const names = await unitNames(city.tx, [
    ...meeting.invited,
    ...items.map(({ lead }) => lead),
    ...[...comments.values()].flat().map(({ orgId }) => orgId),
  ]);
  const named = (unit: string) => ({ id: unit as never, name: names.get(unit) ?? '已撤并的单位' });
  const previous = await previousMeeting(city.tx, meeting, meeting.heldOn);
  const lines = await decisionLines(city, [id, ...(previous ? [previous.meetingId] : [])], city.today);
  const of = (one: MeetingId) => lines.filter(({ meetingId }) => meetingId === one).map(decisionView);
  const mayMinute = may(city.actor, 'meeting.minute', {});
  return {
    ...headOf(meeting, await groupNames(city)),
    today: city.today,
    cadenceName: cadencesOf(city).find((one) => one.id === meeting.cadence)?.name ?? null,
    ...{ invited: meeting.invited.map(named), others: meeting.others },
    ...{
      present: meeting.present,
      absent: meeting.absent,
      agendaAsOf: meeting.agendaAsOf,
      agendaLeft: meeting.agendaLeft,
    },
    ...{ digest: meeting.digest, closedAt: meeting.closedAt, by: meeting.by },
    items: items.map((item) => ({
      ...itemView(item, named),
      comments: (comments.get(item.itemId) ?? []).map(({ orgId, text, version, by, at }) => ({
        ...{ unit: named(orgId), text, version, by, at },
      })),
    })),
    decisions: of(id),
    previous: previous
      ? {
          ...{ meetingId: previous.meetingId, title: previous.title, heldOn: previous.heldOn },
          decisions: seesDecisions(city, previous) ? of(previous.meetingId) : [],
        }
      : null,
    may: {
      prepare: may(city.actor, 'meeting.prepare', {}),
      minute: mayMinute,
      minuteNow: mayMinute && meeting.state === 'preparing' && city.today >= meeting.heldOn,
      commentFor: commentable(meeting, city.today) ? commenting(city, meeting).map(named) : [],
    },
  };
}

function seesDecisions(city: City, { invited }: MeetingRow): boolean {
  return may(city.actor, 'meeting.view', { holders: invited });
}

function itemView(item: ItemRow, named: (unit: string) => { id: never; name: string }) {
  const { itemId, position, source, projectId, matterId, lead, sheet, by, removedReason, removedBy } = item;
  return {
    ...{ itemId, position, source, title: sheet?.title ?? item.title, projectId, matterId },
    lead: lead ? named(lead) : null,
    sheet,
    by,
    removed: removedReason === null ? null : { reason: removedReason, by: removedBy ?? '' },
  };
}

function decisionView({
  meetingId: _meeting,
  matterId: _matter,
  at: _at,
  withdrawnBy: _by,
  ...line
}: DecisionLine) {
  const { lead, support, ...rest } = line;
  type Named = { readonly id: never; readonly name: string };
  return { ...rest, lead: lead as Named | null, support: support as readonly Named[] };
}

/** Invited units for which the reader may speak. */
export function commenting({ actor }: City, { invited }: Pick<MeetingRow, 'invited'>): string[] {
  return invited.filter((unit) => may(actor, 'meeting.comment', { holders: [unit] }) && !actor.trusted);
}

export function commentable(
  { state, commentsFrom, commentsTo }: Pick<MeetingRow, 'state' | 'commentsFrom' | 'commentsTo'>,
  today: PlainDate,
): boolean {
  if (state !== 'preparing' || !commentsFrom || !commentsTo) return false;
  return commentsFrom <= today && today <= commentsTo;
}
