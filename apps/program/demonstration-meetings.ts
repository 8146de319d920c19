import { type Actor, actorOf, type City, ensureNotSecret, findAccountByLogin, systemActor } from '#access';
import { actOnMatter, keepFiles, type MatterId } from '#engines/matters';
import { putFile } from '#files';
import { addToMonth, firstDayOf, lastDayOf } from '#kernel/month';
import { addDays, monthOf, type PlainDate } from '#kernel/plain-date';
import type { DemonstrationYear } from '#pack';
import { closeMeeting } from '../../features/dispatch/acts/close-meeting.ts';
import { createMeeting } from '../../features/dispatch/acts/create-meeting.ts';
import { inviteToMeeting } from '../../features/dispatch/acts/edit-meeting.ts';
import { saveComment } from '../../features/dispatch/acts/give-comment.ts';
import { entriesIn } from '../../features/dispatch/acts/read-calendar.ts';
import { recordDecision } from '../../features/dispatch/acts/record-decision.ts';
import { addGroup } from '../../features/dispatch/acts/save-group.ts';
import { viewMeeting } from '../../features/dispatch/acts/view-meeting.ts';

type Meeting = Awaited<ReturnType<typeof createMeeting>>['meetingId'];

const cadence = 'monthly';
const chair = '市政府分管副市长';

/** Last month's meeting with its decisions, done, late and open; and the next one, called and being commented on. */
export async function fillMeetings(city: City, { asOf }: DemonstrationYear): Promise<void> {
  const office = await seat(city, 'zhengfuban');
  const units = await Promise.all(['qutianbao', 'bumen', 'keyuan'].map((login) => seat(city, login)));
  const invited = units.flatMap(({ orgIds }) => orgIds) as never[];
  const lastMonth = addToMonth(monthOf(asOf), -1);
  const [last, next] = [await dayIn(city, lastMonth), await dayIn(city, monthOf(asOf))];
  if (!last || !next || next < asOf) return;
  await fillGroups(onDay(city, office, asOf), lastMonth);
  const prepared = onDay(city, office, addDays(firstDayOf(lastMonth), 10));
  const place = { chair, place: '市政府第一会议室', heldAt: '09:00' };
  const { meetingId } = await createMeeting(prepared, { cadence, heldOn: last, ...place, invited });
  await decide(onDay(city, office, last), meetingId, last);
  await report(city, office, meetingId);
  const coming = onDay(city, office, asOf);
  const { meetingId: id, version } = await createMeeting(coming, {
    ...{ cadence, heldOn: next, ...place, invited },
  });
  await inviteToMeeting(coming, { id, version });
  await comment(onDay(city, units[0] ?? office, asOf), id);
}

/** The day the cadence names in a month. */
async function dayIn(city: City, month: ReturnType<typeof monthOf>): Promise<PlainDate | undefined> {
  const { planned } = await entriesIn(city, { from: firstDayOf(month), to: lastDayOf(month) });
  return planned.find((one) => one.cadence.id === cadence)?.occurrence.day;
}

const decisions = [
  { text: '项目所在地专题会商，列出堵点清单，逐项明确责任人和解决时间', days: 10 },
  { text: '牵头部门会同所在地现场办公，提出加快办理手续的意见', days: 14 },
  { text: '重新排定后四个月的施工和投资计划，确保完成年度任务', days: 60 },
];

async function decide(city: City, id: Meeting, heldOn: PlainDate): Promise<void> {
  const { items, invited } = await viewMeeting(city, id);
  for (const [at, { text, days }] of decisions.entries()) {
    const item = items[at];
    const leadId = item?.lead?.id ?? invited[0]?.id;
    if (!leadId) continue;
    const { version } = await viewMeeting(city, id);
    const about = item ? { itemId: item.itemId } : {};
    await recordDecision(city, { id, version, ...about, text, leadId, dueOn: addDays(heldOn, days) });
  }
  const { version } = await viewMeeting(city, id);
  await closeMeeting(city, { id, version, present: `${chair}，有关地区和部门负责同志`, absent: '' });
}

/** The first is done in time; the second was taken in and is late; of the third the unit works on. */
async function report(city: City, office: Actor, id: Meeting): Promise<void> {
  const view = await viewMeeting(onDay(city, office, city.today), id);
  for (const [at, { task, dueOn }] of view.decisions.entries()) {
    if (!task || !dueOn) continue;
    const matterId = task.matterId as MatterId;
    const act = (day: PlainDate, action: string, given: Record<string, unknown>, of: 'lead' | 'raiser') =>
      actOnMatter(onDay(city, of === 'lead' ? systemActor : office, day), {
        ...{ matterId, version: undefined, action, given, seats: () => [of] },
      });
    const signedOn = addDays(view.heldOn, 1);
    await act(signedOn, 'sign', {}, 'lead');
    if (at !== 0) continue;
    const doneOn = addDays(dueOn, -2);
    const world = onDay(city, systemActor, doneOn);
    const kept = await putFile(world, { name: '堵点清单（演示）.png', content: greyDot, ensureNotSecret });
    await act(doneOn, 'report', { result: '已会商并列出清单', evidence: [kept.fileId] }, 'lead');
    await keepFiles(world, matterId, [
      { fileId: kept.fileId, name: kept.name, field: 'evidence', inner: false },
    ]);
    await act(addDays(doneOn, 1), 'verify', { opinion: '清单已核，责任和时限明确' }, 'raiser');
  }
}

async function comment(city: City, id: Meeting): Promise<void> {
  const { items, may } = await viewMeeting(city, id);
  const item = items.find(({ sheet }) => sheet !== null);
  const unitId = may.commentFor[0]?.id;
  if (!item || !unitId) return;
  const text = '已与项目单位核对，建议会上明确手续办理的责任单位和完成时间';
  await saveComment(city, { id, itemId: item.itemId, unitId, text, expectedVersion: 0 });
}

async function fillGroups(city: City, month: ReturnType<typeof monthOf>): Promise<void> {
  const member = (org: string, post: string) => ({ org, post, person: '' });
  const members = [member('市发展改革委', '主任'), member('市政府办公室', '副主任')];
  const said = { chief: chair, members, until: null, workPlan: '每月会商一次，重大问题即时研究。' };
  const since = firstDayOf(addToMonth(month, -6));
  await addGroup(city, {
    kind: 'joint',
    name: '重大项目联席会议',
    scope: '分级协调重大项目问题',
    since,
    ...said,
  });
  await addGroup(city, {
    ...{ kind: 'task-force', name: '前期手续专班', scope: '集中办理重点项目前期手续' },
    ...{ since: firstDayOf(month), ...said },
  });
}

async function seat(city: City, login: string): Promise<Actor> {
  const account = await findAccountByLogin(city.tx, login);
  if (!account) throw new Error(`The demonstration has no account ${login}`);
  return actorOf(city.tx, account.accountId, city.today);
}

function onDay(city: City, actor: Actor, today: PlainDate): City {
  return { ...city, actor, today, now: new Date(`${today}T10:00:00+08:00`) };
}

/** One grey dot. */
const greyDot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
