import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { facesHere } from '#documents';
import { actOnMatter, checkMatters, getMatter, type MatterId, openMatter } from '#engines/matters';
import { projectIndex } from '#engines/registry';
import { addDays } from '#kernel/plain-date';
import { linesOf, readPdf } from '../../../packages/documents/testing.ts';
import {
  type DemonstrationCity,
  demonstrationCity,
  type Person,
} from '../../bulletins/test/demonstration-city.ts';
import { agendaOn } from '../acts/agenda-on.ts';
import * as contract from '../contract.ts';
import { parseCalendar } from './support/parse-calendar.ts';

let city: DemonstrationCity;
let clerk: Person;
let office: Person;
let leader: Person;
let district: Person;
let department: Person;
let filler: Person;
let districtId: never;
let meetingId: never;
/** The demonstration is looked at on this day. */
const today = '2023-09-10';
const heldOn = '2023-09-14';

const view = (by: Person, id = meetingId) => by.call(contract.viewMeeting, { id });
const turn = async (id = meetingId) => ({ id, version: (await view(clerk, id)).version });

beforeAll(async () => {
  city = await demonstrationCity();
  clerk = await city.person('keyuan');
  office = await city.person('zhengfuban');
  leader = await city.person('lingdao');
  district = await city.person('qutianbao');
  department = await city.person('bumen');
  filler = await city.person('xiangmu');
}, 180_000);
afterAll(() => city?.close());

describe('a problem that climbed to the vice mayor', () => {
  test('is raised for a project of the district', async () => {
    const { projects } = await city.inCity(async (one) => ({ projects: await projectIndex(one, 2023) }));
    const { units } = await clerk.call(contract.meetingChoices, {});
    expect(units.length).toBeGreaterThan(10);
    const busiest = [...Map.groupBy(projects, (one) => one.districts[0]?.orgId)].sort(
      (a, b) => b[1].length - a[1].length,
    );
    districtId = busiest[0]![0] as never;
    const project = busiest[0]![1][0]!;
    const held = await city.inCity((one) =>
      openMatter(one, {
        ...{ kind: 'problem', title: '用地组卷卡在征收补偿', projectId: project.projectId, lead: districtId },
        given: { content: '征收补偿方案未定', cause: 'land', needsCity: true },
        ...{ source: 'hand', seat: 'coordinator', districts: [districtId] },
      }),
    );
    expect(held.row.level).toBe('vice-mayor');
  });
});

describe('a monthly meeting', () => {
  test('is proposed from data: the same as on the command line, in the same order, twice', async () => {
    const [first, second] = [
      await city.inCity((one) => agendaOn(one, { cadence: 'monthly' })),
      await clerk.call(contract.previewAgenda, { cadence: 'monthly', asOf: today }),
    ];
    expect(JSON.parse(JSON.stringify(first))).toEqual(second);
    const sources = new Set(second.items.map(({ source }) => source));
    expect(sources).toContain('matter');
    expect(sources).toContain('newly-red');
    const red = second.items.find(({ source }) => source === 'newly-red');
    expect(red?.light).toMatchObject({ month: '2023-08', overall: 'red' });
    expect(red?.light?.before).not.toBe('red');
    expect(red?.reasons[0]).toMatch(/^新转红灯：/);
  });

  test('is called: days for comments are counted back on the official calendar', async () => {
    const made = await office.call(contract.createMeeting, {
      ...{
        cadence: 'monthly',
        field: '工业',
        heldOn,
        heldAt: '09:00',
        chair: '分管副市长',
        place: '第一会议室',
      },
      invited: [districtId],
    });
    meetingId = made.meetingId as never;
    expect(made.items).toBeGreaterThan(1);
    const seen = await view(office);
    expect(seen).toMatchObject({ commentsFrom: '2023-09-07', commentsTo: '2023-09-13', agendaAsOf: today });
    expect(seen.items.map(({ position }) => position)).toEqual(seen.items.map((_, at) => at + 1));
    const { version } = await office.call(contract.inviteToMeeting, await turn());
    expect(version).toBe(seen.version + 1);
  });

  test('is read by those invited, each with the figures of its own scope only', async () => {
    const [whole, own] = [await view(leader), await view(district)];
    expect(own.items).toHaveLength(whole.items.length);
    expect(whole.items.every(({ sheet }) => sheet !== null)).toBe(true);
    expect(own.items.some(({ sheet }) => sheet === null)).toBe(true);
    expect(own.items.some(({ sheet }) => sheet !== null)).toBe(true);
    await expect(view(department)).rejects.toMatchObject({ status: 404, code: 'meeting.not_found' });
    await expect(view(filler)).rejects.toMatchObject({ status: 403 });
    const theirs = (await department.call(contract.listMeetings, {})).meetings;
    expect(theirs.map((one) => one.meetingId)).not.toContain(meetingId);
  });

  test('gathers comments of units in its window; the office reads all, a stale save shows what stands', async () => {
    const waiting = await district.call(contract.commentsToGive, {});
    const [item] = waiting.meetings.find((one) => one.meetingId === meetingId)!.items;
    const said = { id: meetingId, itemId: item!.itemId, unitId: districtId, text: '建议明确补偿标准' };
    expect(await district.call(contract.saveComment, { ...said, expectedVersion: 0 })).toEqual({
      version: 1,
    });
    await district.call(contract.saveComment, { ...said, text: '建议月底前明确', expectedVersion: 1 });
    const stale = district.call(contract.saveComment, { ...said, text: '晚到的', expectedVersion: 1 });
    await expect(stale).rejects.toMatchObject({ status: 409, code: 'http.stale_version' });
    const read = (await view(office)).items.find(({ itemId }) => itemId === item!.itemId);
    expect(read?.comments).toMatchObject([{ text: '建议月底前明确', version: 2, unit: { id: districtId } }]);
    city.on(heldOn);
    const late = district.call(contract.saveComment, { ...said, text: '会上才说', expectedVersion: 2 });
    await expect(late).rejects.toMatchObject({ status: 409, code: 'meeting.comments_closed' });
    city.on(today);
  });

  test('has its agenda made by people: added, taken off with a reason, ordered; taken off stays off', async () => {
    await clerk.call(contract.addItem, { ...(await turn()), title: '研究冬季施工安排', leadId: districtId });
    const before = await view(clerk);
    const gone = before.items.find(({ source }) => source === 'newly-red')!;
    const reason = '已于昨日协调解决';
    await clerk.call(contract.removeItem, { ...(await turn()), itemId: gone.itemId, reason });
    await office.call(contract.proposeItems, await turn());
    const after = await view(clerk);
    expect(after.items.find(({ itemId }) => itemId === gone.itemId)?.removed).toMatchObject({ reason });
    const standing = after.items.filter(({ removed }) => !removed).map(({ itemId }) => itemId);
    const itemIds = standing.toReversed();
    await clerk.call(contract.orderItems, { ...(await turn()), itemIds });
    const ordered = (await view(clerk)).items.filter(({ removed }) => !removed);
    expect(ordered.map(({ itemId }) => itemId)).toEqual(itemIds);
    const short = clerk.call(contract.orderItems, { ...(await turn()), itemIds: itemIds.slice(1) });
    await expect(short).rejects.toMatchObject({ code: 'meeting.order_differs' });
  });
});

describe('in the room', () => {
  const text = '由该区于月底前确定征收补偿方案';
  const decide = async () => {
    const seen = await view(office);
    const item = seen.items.find(({ source }) => source === 'matter')!;
    return { ...(await turn()), itemId: item.itemId, text, leadId: districtId };
  };

  test('nothing is decided before the day, nothing with a lead and no day', async () => {
    const early = office.call(contract.recordDecision, { ...(await decide()), dueOn: '2023-09-28' });
    await expect(early).rejects.toMatchObject({ code: 'meeting.not_yet' });
    city.on(heldOn);
    const open = office.call(contract.recordDecision, await decide());
    await expect(open).rejects.toMatchObject({ code: 'meeting.decision_due' });
    const forbidden = leader.call(contract.recordDecision, { ...(await decide()), dueOn: '2023-09-28' });
    await expect(forbidden).rejects.toMatchObject({ status: 403 });
  });

  test('a decision is a task at once, tied to the matter it is to clear', async () => {
    const made = await office.call(contract.recordDecision, { ...(await decide()), dueOn: '2023-09-28' });
    expect(made.task).toMatch(/^RW-2023-/);
    const [decision] = (await view(district)).decisions;
    expect(decision).toMatchObject({ number: 1, text, standing: 'running', lead: { id: districtId } });
    const task = await city.inCity((one) => getMatter(one, decision!.task!.matterId as MatterId));
    expect(task.row).toMatchObject({ kind: 'task', state: 'assigned', lead: districtId, source: 'meeting' });
    expect(task.events.some(({ fact }) => fact.type === 'linked' && fact.link === 'spawned-from')).toBe(true);
    expect(await city.inCity((one) => checkMatters(one))).toMatchObject({ faults: [] });
  });

  test('what was written down wrongly is withdrawn with its task and stays to be seen', async () => {
    const wrong = { ...(await turn()), text: '记错的一条', leadId: districtId, dueOn: '2023-09-20' } as const;
    const { decisionId } = await office.call(contract.recordDecision, wrong);
    await office.call(contract.withdrawDecision, { ...(await turn()), decisionId, reason: '记录有误' });
    const [, second] = (await view(office)).decisions;
    expect(second).toMatchObject({ number: 2, standing: 'dropped', withdrawnReason: '记录有误' });
    expect(second?.task?.state).toBe('已取消');
  });

  test('closing freezes agenda and decisions with a digest; then nothing changes', async () => {
    const noted = { ...(await turn()), text: '原则同意下一步安排' };
    await office.call(contract.recordDecision, noted);
    const closed = await office.call(contract.closeMeeting, {
      ...(await turn()),
      present: '分管副市长，市发展改革委、有关区负责同志',
    });
    expect(closed.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await view(leader)).toMatchObject({ state: 'closed', digest: closed.digest });
    const again = office.call(contract.addItem, { ...(await turn()), title: '晚了' });
    await expect(again).rejects.toMatchObject({ status: 409, code: 'meeting.not_preparing' });
  });

  test.skipIf(!facesHere())('minutes and sheets are printed (needs a Chinese font)', async () => {
    const { name, bytes } = await district.call(contract.minutesPdf, { id: meetingId });
    expect(name).toMatch(/纪要\.pdf$/);
    const said = textOf(bytes);
    expect(said).toContain('1.由该区于月底前确定征收补偿方案。（');
    expect(said).toContain('2023年9月28日前完成');
    expect(said).toContain('2.原则同意下一步安排。');
    expect(said).not.toContain('记错的一条');
    expect(said).not.toContain('未定稿');
    expect((await office.call(contract.minutesDocx, { id: meetingId })).bytes.length).toBeGreaterThan(5000);
    const { items } = await view(leader);
    const item = items.find(({ comments }) => comments.length > 0)!;
    const sheet = await leader.call(contract.sheetPdf, { id: meetingId, itemId: item.itemId });
    expect(readPdf(sheet.bytes)).toHaveLength(1);
    expect(textOf(sheet.bytes)).toContain('建议月底前明确');
  });
});

function textOf(bytes: Uint8Array): string {
  return readPdf(bytes)
    .flatMap(({ glyphs }) => linesOf(glyphs).flatMap((line) => line.map(({ text }) => text)))
    .join('');
}

describe('the next meeting', () => {
  test('opens with what became of the last one’s decisions, and speaks again of those not done', async () => {
    city.on('2023-10-12');
    const { meetingId: next } = await office.call(contract.createMeeting, {
      ...{ cadence: 'monthly', field: '工业', heldOn: '2023-10-17' },
    });
    const seen = await view(office, next as never);
    expect(seen.previous?.decisions.map(({ standing }) => standing)).toEqual(['overdue', 'dropped', 'noted']);
    expect(seen.previous?.decisions[0]?.daysLate).toBe(14);
    expect(seen.items[0]).toMatchObject({ source: 'undone', lead: { id: districtId } });
  });

  test('a task done late says so', async () => {
    const [decision] = (await view(office)).decisions;
    const id = decision!.task!.matterId as MatterId;
    await city.inCity(async (one) => {
      for (const [action, given] of [
        ['sign', {}],
        ['report', { result: '方案已定', evidence: ['01890000-0000-7000-8000-00000000eeee'] }],
        ['verify', { opinion: '已核实' }],
      ] as const)
        await actOnMatter(one, {
          ...{ matterId: id, version: undefined, action, given },
          seats: () => (action === 'verify' ? ['government-office'] : ['lead']),
        });
    });
    const [done] = (await view(office)).decisions;
    expect(done).toMatchObject({ standing: 'late', daysLate: 14 });
    const { meetings } = await leader.call(contract.listMeetings, {});
    expect(meetings.find((one) => one.meetingId === meetingId)).toMatchObject({
      decisions: 2,
      done: 2,
      overdue: 0,
    });
    city.on(today);
  });
});

describe('the calendar', () => {
  beforeAll(() => city.on(today));

  test('moves what falls on a day of rest and says why', async () => {
    const { entries, days } = await district.call(contract.dispatchCalendar, {
      ...{ from: '2023-09-25', to: '2023-10-31' },
    });
    const weekly = entries
      .filter(({ cadence }) => cadence === 'districts')
      .map(({ day, moved }) => [day, moved]);
    expect(weekly).toContainEqual(['2023-10-07', '原定 10月6日（国庆节、中秋节），顺延']);
    expect(days.find(({ day }) => day === '2023-10-07')).toMatchObject({ works: true });
    const quarterly = entries.find(({ cadence }) => cadence === 'quarterly');
    expect(quarterly?.day).toBe('2023-10-20');
  });

  test('is fed by a secret address: names and links only, until it is revoked', async () => {
    const { path } = await district.call(contract.openFeed, {});
    const [, token = ''] = /calendar\/([^?]+)/.exec(path) ?? [];
    const visitor = city.passerBy();
    const { bytes } = await visitor.call(contract.calendarFeed, { token, cityId: 210_200 });
    const events = parseCalendar(Buffer.from(bytes).toString('utf8'));
    expect(events.map(({ UID }) => UID)).toContain(`meeting-${meetingId}@210200.guatu`);
    expect(events.every((one) => one['DTSTAMP'] && one['SUMMARY'] && one['UID'])).toBe(true);
    expect(Buffer.from(bytes).toString('utf8')).not.toContain('征收补偿');
    const wrong = visitor.call(contract.calendarFeed, { token: `${token}x`, cityId: 210_200 });
    await expect(wrong).rejects.toMatchObject({ status: 404, code: 'calendar_feed.unknown' });
    await district.call(contract.revokeFeed, {});
    const after = visitor.call(contract.calendarFeed, { token, cityId: 210_200 });
    await expect(after).rejects.toMatchObject({ status: 404 });
  });
});

describe('the demonstration', () => {
  test('has last month’s meeting closed, with a decision done and one late, and the next one prepared', async () => {
    const { meetings } = await leader.call(contract.listMeetings, {});
    const own = meetings.filter(({ field }) => field === '');
    expect(own.map(({ heldOn: day, state }) => [day, state])).toEqual([
      ['2023-09-14', 'preparing'],
      ['2023-08-14', 'closed'],
    ]);
    expect(own[1]).toMatchObject({ decisions: 3, done: 1, overdue: 1 });
    const next = await view(district, own[0]!.meetingId as never);
    expect(next.previous?.decisions.map(({ standing }) => standing)).toEqual([
      'on-time',
      'overdue',
      'running',
    ]);
    expect(next.items.some(({ comments }) => comments.length === 1)).toBe(true);
    const whole = await view(leader, own[0]!.meetingId as never);
    const [undone] = whole.items.filter(({ source }) => source === 'undone');
    const numbers = undone!.sheet!.matters.map(({ number }) => number);
    expect(numbers[0]).toBe(next.previous?.decisions[1]?.task?.number ?? numbers[0]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(undone).toMatchObject({ sheet: { light: { month: '2023-08' } } });
  });
});

describe('groups', () => {
  test('are registered, and those nobody called stand first', async () => {
    const said = { kind: 'task-force' as const, scope: '石化产业项目', chief: '分管副市长', workPlan: '' };
    const member = { org: '市发展改革委', person: '', post: '主任' };
    const since = '2023-01-05' as const;
    const first = { ...said, name: '石化专班', members: [member], since, until: null };
    await office.call(contract.addGroup, first);
    const taken = office.call(contract.addGroup, first);
    await expect(taken).rejects.toMatchObject({ code: 'dispatch_group.name_taken' });
    await office.call(contract.addGroup, { ...first, name: '港口专班', since: addDays(today, -10) });
    const { groups } = await leader.call(contract.listGroups, {});
    expect(
      groups.filter(({ name }) => /^(石化|港口)/.test(name)).map(({ name, idleDays }) => [name, idleDays]),
    ).toEqual([
      ['石化专班', 248],
      ['港口专班', 10],
    ]);
  });
});
