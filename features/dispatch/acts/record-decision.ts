import { audit, type City, ensureNotSecret, holdsRole } from '#access';
import {
  actOnMatter,
  instantOf,
  linkMatters,
  type MatterId,
  openMatter,
  type Seat,
  seatsHeld,
} from '#engines/matters';
import { getProjectBrief } from '#engines/registry';
import type { InputOf } from '#http';
import { newId } from '#kernel/id';
import { ensure, refuse } from '#kernel/refusal';
import type { recordDecision as route, withdrawDecision as withdrawRoute } from '../contract.ts';
import { addDecision, type NewDecision, readDecisions, withdrawDecisionRow } from '../store/decision.ts';
import type { ItemRow } from '../store/item.ts';
import { changeMeeting, type MeetingRow } from '../store/meeting.ts';
import { standingItem } from './edit-agenda.ts';
import { heldMeeting } from './open-meeting.ts';
import { tellTask } from './tell-meeting.ts';
import { ensureUnits } from './units-of.ts';

/** A decision in the words of the room. With a lead it is a task in the same transaction, tied to what it is to clear. */
export async function recordDecision(city: City, asked: InputOf<typeof route>) {
  const meeting = await heldMeeting(city, asked, 'meeting.minute');
  ensureHeld(city, meeting);
  const { leadId = null, supportIds = [], dueOn = null, standard } = asked;
  const text = asked.text.trim();
  ensureNotSecret({ text: `${text}\n${standard ?? ''}` });
  await ensureUnits(city, [leadId ?? undefined, ...supportIds]);
  const hasDue = leadId === null ? dueOn === null : dueOn !== null && dueOn >= meeting.heldOn;
  ensure(hasDue, 'meeting.decision_due');
  const item = asked.itemId ? await standingItem(city, meeting.meetingId, asked.itemId) : undefined;
  const before = await readDecisions(city.tx, [meeting.meetingId]);
  const decision = {
    ...{
      meetingId: meeting.meetingId,
      decisionId: newId<'meeting-decision'>(),
      itemId: item?.itemId ?? null,
    },
    number: Math.max(0, ...before.map(({ number }) => number)) + 1,
    ...{ text, lead: leadId, dueOn, by: city.actor.name, at: instantOf(city) },
    support: supportIds.filter((id) => id !== leadId),
  };
  const task = await openTask(city, meeting, { ...decision, matterId: null }, item, standard);
  await addDecision(city.tx, { ...decision, matterId: task?.matterId ?? null });
  const version = await changeMeeting(city.tx, meeting.meetingId, {});
  await audit(city, {
    ...{ action: 'meeting.minute', object: 'meeting', objectId: meeting.meetingId },
    details: { done: 'decide', number: decision.number, text, task: task?.number ?? null },
  });
  return { version, decisionId: decision.decisionId, task: task?.number ?? null };
}

/** Minutes are taken in the room, not before it. */
export function ensureHeld(city: City, { heldOn }: MeetingRow): void {
  ensure(city.today >= heldOn, 'meeting.not_yet', { day: heldOn });
}

const longestTitle = 80;

async function openTask(
  city: City,
  meeting: MeetingRow,
  decision: NewDecision,
  item: ItemRow | undefined,
  standard: string | undefined,
): Promise<{ readonly matterId: MatterId; readonly number: string } | undefined> {
  const { lead, dueOn, text, number, support, decisionId } = decision;
  if (!lead || !dueOn) return undefined;
  const project = item?.projectId ? await getProjectBrief(city, item.projectId) : undefined;
  const seat = officeSeat(city);
  const { row } = await openMatter(city, {
    ...{ kind: 'task', title: [...text].slice(0, longestTitle).join(''), seat, lead, support },
    given: {
      ...{ content: text, dueDay: dueOn, source: `${meeting.heldOn}“${meeting.title}”议定事项第${number}项` },
      ...(standard?.trim() ? { standard: standard.trim() } : {}),
    },
    projectId: item?.projectId ?? undefined,
    districts: project?.districts.map(({ orgId }) => orgId),
    ...{ source: 'meeting', sourceKey: decisionId },
  });
  const { matterId, number: taskNumber } = row;
  if (item?.matterId)
    await linkMatters(city, {
      ...{ matterId, version: undefined, to: item.matterId as MatterId },
      ...{ link: 'spawned-from', seat },
    });
  await tellTask(city, { matterId, lead, dueOn, text });
  return { matterId, number: taskNumber };
}

function officeSeat({ actor }: City): Seat {
  return holdsRole(actor, 'government-office') ? 'government-office' : 'coordinator';
}

/** What was written down wrongly is withdrawn with its task, and stays to be seen; after the meeting is closed nothing is. */
export async function withdrawDecision(city: City, asked: InputOf<typeof withdrawRoute>) {
  const { meetingId } = await heldMeeting(city, asked, 'meeting.minute');
  const decision = (await readDecisions(city.tx, [meetingId])).find(
    ({ decisionId, withdrawnReason }) => decisionId === asked.decisionId && withdrawnReason === null,
  );
  if (!decision) return refuse('meeting.no_such_decision');
  const reason = asked.reason.trim();
  ensureNotSecret({ text: reason });
  if (decision.matterId)
    await actOnMatter(city, {
      ...{ matterId: decision.matterId as MatterId, version: undefined, action: 'cancel' },
      given: { reason: `议定事项撤回：${reason}` },
      seats: ({ row }) => seatsHeld(city.actor, row),
    });
  await withdrawDecisionRow(city.tx, decision, { reason, by: city.actor.name, at: instantOf(city) });
  const version = await changeMeeting(city.tx, meetingId, {});
  await audit(city, {
    ...{ action: 'meeting.minute', object: 'meeting', objectId: meetingId },
    details: { done: 'withdraw', number: decision.number, reason },
  });
  return { version };
}
