import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTableOwner } from '#db/testing';
import { checkMatters, type MatterId } from '#engines/matters';
import type { ProjectId } from '#engines/registry';
import { newIdempotencyKey } from '#http/client';
import type { TestBrowser } from '#http/testing';
import * as contract from '../contract.ts';
import { type MattersCity, mattersCity } from './support/a-city.ts';

let city: MattersCity;
let district: TestBrowser;
let neighbour: TestBrowser;
let transport: TestBrowser;
let housing: TestBrowser;
let clerk: TestBrowser;
let office: TestBrowser;
let leader: TestBrowser;
let projectId: ProjectId;
let id: MatterId;

beforeAll(async () => {
  city = await mattersCity();
  district = await city.person('jinpu', 'district-filler', 'jinpu');
  neighbour = await city.person('zhuanghe', 'district-filler', 'zhuanghe');
  transport = await city.person('jiaotong', 'department', 'transport');
  housing = await city.person('zhujian', 'department', 'housing-construction');
  clerk = await city.person('keyuan', 'coordinator-clerk', 'development-reform');
  office = await city.person('zhengfuban', 'government-office');
  leader = await city.person('lingdao', 'leader');
  projectId = await city.project('跨海通道', 'jinpu');
});
afterAll(() => city?.close());

const refused = (status: number, code: string) => expect.objectContaining({ status, code });
const inbox = (login: string) =>
  asTableOwner(
    city.db,
    `select i.kind, i.title from city.inbox i join city.account a using (city_id, account_id)
     where a.login = '${login}' order by i.told_at, i.inbox_id`,
  );

// 8 May 2023 is a Monday. Accepted within two working days, solved within twenty: the city is asked for.
describe('a problem that a district cannot solve alone', () => {
  test('is raised on its project and routed by its attributes, with the clause', async () => {
    await city.at('2023-05-08 09:00');
    const raised = await district.call(contract.openMatter, {
      ...{ kind: 'problem', title: '航道审批与桥位冲突', projectId, lead: city.org('transport') },
      given: { content: '桥位占用规划航道，须市级协调', cause: 'approval', needsCity: true },
    });
    expect(raised).toMatchObject({ number: 'WT-2023-0001', state: { name: '待受理' }, version: 1 });
    id = raised.matterId as MatterId;
    const page = await city.page(district, id);
    expect(page.ladder).toMatchObject({ level: { id: 'vice-mayor' } });
    expect(page.ladder?.levelBasis).toContain('DL23-3.0');
    expect(page.turn).toEqual(['市交通运输局（牵头单位）']);
    expect(page.actions.map((one) => one.id)).toEqual(['assign', 'withdraw']);
    expect(page.clocks.map(({ clock, left }) => [clock.name, left])).toEqual([
      ['受理时限', '还剩 2 个工作日（5月10日 24:00 前）'],
    ]);
    expect(await inbox('jiaotong')).toEqual([
      { kind: 'matter.assigned', title: '问题WT-2023-0001请您单位牵头办理' },
    ]);
  });

  test('is not there for the neighbour, in no list and under no address', async () => {
    for (const call of [
      () => neighbour.call(contract.matterPage, { id }),
      () => neighbour.call(contract.matterClocks, { id }),
      () => neighbour.call(contract.actOnMatter, { id, version: 1, action: 'accept', given: {} }),
      () => neighbour.call(contract.remarkOnMatter, { id, text: '路过', inner: false }),
    ])
      await expect(call()).rejects.toEqual(refused(404, 'matter.unknown'));
    expect((await neighbour.call(contract.listMatters, {})).total).toBe(0);
    const board = await neighbour.call(contract.matterBoard, { whole: true });
    expect(board.total).toBe(0);
    const raise = neighbour.call(contract.openMatter, {
      ...{ kind: 'problem', title: '别区的项目', projectId },
      given: { content: '与我无关', cause: 'other' },
    });
    await expect(raise).rejects.toEqual(refused(403, 'access.denied'));
  });

  test('stands on the board of whoever leads, and moves to red when its time is over', async () => {
    const columns = async (by: TestBrowser) =>
      (await by.call(contract.matterBoard, {})).columns.filter(({ count }) => count > 0).map((one) => one.id);
    expect(await columns(transport)).toEqual(['three']);
    expect(await columns(housing)).toEqual([]);
    await city.at('2023-05-10 20:00');
    expect(await columns(transport)).toEqual(['today']);
    await city.at('2023-05-11 00:30');
    expect(await columns(transport)).toEqual(['late']);
    const late = await transport.call(contract.listMatters, { overdue: true, mine: 'lead' });
    expect(late.rows.map(({ due }) => due.text)).toEqual(['超期 1 天']);
  });

  test('tells once who is late, however many sweep', async () => {
    await city.at('2023-05-12 08:00');
    const swept = await Promise.all([city.sweep(), city.sweep(), city.sweep()]);
    expect(swept.reduce((sum, { fired }) => sum + fired, 0)).toBe(2);
    await city.sweep();
    const rungs = (await inbox('jiaotong')).filter(({ kind }) => kind === 'matter.rung');
    expect(rungs).toEqual([{ kind: 'matter.rung', title: '问题WT-2023-0001受理时限已超期' }]);
  });

  test('passed on three times without a lead climbs, and only a draft goes towards the leader', async () => {
    const on = (by: TestBrowser, slug: string) =>
      city.act(by, id, 'bounce', { given: { reason: '不属本单位职责' }, lead: city.org(slug) as never });
    const needs = city.act(transport, id, 'bounce', { given: { reason: '不属本单位职责' } });
    await expect(needs).rejects.toEqual(refused(422, 'matter.bounce_needs_unit'));
    await on(transport, 'housing-construction');
    await on(housing, 'transport');
    await on(transport, 'housing-construction');
    await expect(on(transport, 'water')).rejects.toEqual(refused(403, 'matter.not_your_move'));
    expect(await inbox('lingdao')).toEqual([]);
    await city.sweep();
    const { requests, drafted, waiting } = await office.call(contract.listLeaderRequests, {});
    expect([drafted, waiting]).toEqual([1, 0]);
    expect(requests).toMatchObject([{ recipient: '分管副市长', why: '转办满 3 次', state: 'drafted' }]);
    expect(await inbox('lingdao')).toEqual([]);
    const told = (await inbox('zhengfuban')).map(({ title }) => title);
    expect(told).toEqual(['问题WT-2023-0001已转办 3 次仍无牵头单位承办']);
  });

  test('is forwarded by hand, decided on the phone, and the decision reaches who handles it', async () => {
    const [request] = (await office.call(contract.listLeaderRequests, {})).requests;
    const { requestId, version } = request!;
    const early = leader.call(contract.answerLeaderRequest, { requestId, version, text: '由住建局牵头' });
    await expect(early).rejects.toEqual(refused(409, 'leader_request.not_forwarded'));
    const own = clerk.call(contract.decideLeaderRequest, { requestId, version, forward: true });
    await expect(own).rejects.toEqual(refused(403, 'access.denied'));
    const sent = await office.call(contract.decideLeaderRequest, { requestId, version, forward: true });
    expect((await inbox('lingdao')).map(({ title }) => title)).toEqual(['问题WT-2023-0001请您决定']);
    expect((await leader.call(contract.waitingDecisions, {})).total).toBe(1);
    const answer = { requestId, version: sent.version, text: '由市住建局牵头，交通局配合' };
    await leader.call(contract.answerLeaderRequest, answer);
    await expect(leader.call(contract.answerLeaderRequest, answer)).rejects.toEqual(
      refused(409, 'leader_request.answered'),
    );
    expect((await leader.call(contract.waitingDecisions, {})).total).toBe(0);
    expect((await city.page(housing, id)).timeline[0]).toMatchObject({
      ...{ text: 'lingdao同志决定：由市住建局牵头，交通局配合', inner: true, seat: '市领导' },
    });
  });

  test('is accepted by one of two who see the same version', async () => {
    const { version } = (await city.page(housing, id)).matter;
    const accept = { id, version, action: 'accept', given: { plan: '一个月内完成桥位调整' } };
    const both = await Promise.allSettled([
      housing.call(contract.actOnMatter, accept),
      housing.call(contract.actOnMatter, accept),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [lost] = both.filter((one) => one.status === 'rejected');
    expect(lost?.reason).toEqual(refused(409, 'matter.stale'));
  });

  test('a retried request acts once', async () => {
    const options = { idempotencyKey: newIdempotencyKey() };
    const said = { id, text: '已约海事部门会商', inner: false };
    const first = await housing.call(contract.remarkOnMatter, said, options);
    expect(await housing.call(contract.remarkOnMatter, said, options)).toEqual(first);
    const { timeline } = await city.page(housing, id);
    expect(timeline.filter(({ text }) => text === said.text)).toHaveLength(1);
  });

  test('stands still on approval of the office the pack names, never of its handler', async () => {
    await city.at('2023-05-15 09:00');
    const { version, lead } = (await city.page(clerk, id)).matter;
    expect(lead?.name).toBe('市住房城乡建设局');
    const pause = {
      id,
      version,
      clock: 'handle',
      pause: 'higher-approval',
      reason: '待交通运输部批复',
      plannedDays: 20,
    };
    await expect(housing.call(contract.pauseMatter, pause)).rejects.toEqual(refused(403, 'access.denied'));
    await expect(office.call(contract.pauseMatter, pause)).rejects.toEqual(
      refused(403, 'matter.not_the_approver'),
    );
    await clerk.call(contract.pauseMatter, pause);
    const page = await city.page(housing, id);
    expect(page.clocks[0]).toMatchObject({
      state: 'paused',
      left: '已暂停',
      pause: { name: '等待上级部门批复' },
    });
    expect(page.matter.due).toMatchObject({ column: 'paused', text: '已暂停计时' });
    await city.at('2023-05-22 09:00');
    const again = { id, version: page.matter.version, clock: 'handle', reason: '批复已到' };
    await housing.call(contract.resumeMatter, again);
    const { clocks } = await district.call(contract.matterClocks, { id });
    const [handle] = clocks;
    // From the 12th, a Friday; the weekend between does not count as it is.
    expect(handle?.days.filter(({ basis }) => basis === 'paused').map(({ day }) => day)).toEqual(
      ['15', '16', '17', '18', '19', '22'].map((day) => `2023-05-${day}`),
    );
    expect(handle?.days.find(({ day }) => day === '2023-05-16')?.text).toBe(
      '暂停，不计入（等待上级部门批复）',
    );
    expect(handle?.dueOn).toBe('2023-06-19');
  });

  test('is reported solved with evidence only, and never closed by its handler', async () => {
    await city.at('2023-06-01 10:00');
    const bare = city.act(housing, id, 'resolve', { given: { remedy: '桥位已调整' } });
    await expect(bare).rejects.toEqual(refused(422, 'matter.fields_missing'));
    const file = await city.sendFile(housing);
    const foreign = city.act(housing, id, 'resolve', {
      given: { remedy: '桥位已调整', evidence: [await city.sendFile(clerk)] },
    });
    await expect(foreign).rejects.toEqual(refused(404, 'matter.no_such_file'));
    await city.act(housing, id, 'resolve', { given: { remedy: '桥位已调整', evidence: [file] } });
    const closing = city.act(housing, id, 'confirm', { given: { satisfaction: 1 } });
    await expect(closing).rejects.toEqual(refused(403, 'matter.handler_never_closes'));
    const { files } = await city.page(district, id);
    expect(files.map(({ name, field }) => [name, field])).toEqual([['现场照片.png', '佐证材料']]);
    const photo = await district.call(contract.openMatterFile, { id, fileId: file });
    expect(photo.bytes.byteLength).toBeGreaterThan(50);
    await expect(neighbour.call(contract.openMatterFile, { id, fileId: file })).rejects.toEqual(
      refused(404, 'matter.unknown'),
    );
  });

  test('goes back when the raiser is not satisfied, and its clock runs anew', async () => {
    const sad = city.act(district, id, 'confirm', { given: { satisfaction: 5 } });
    await expect(sad).rejects.toEqual(refused(422, 'matter.dissatisfied'));
    await city.act(district, id, 'reject', { given: { reason: '航标没有移设' } });
    const page = await city.page(housing, id);
    expect(page.matter).toMatchObject({ redos: 1, state: { id: 'handling' } });
    expect(
      page.clocks.filter(({ clock }) => clock.id === 'handle').map(({ run, state }) => [run, state]),
    ).toEqual([
      [2, 'running'],
      [1, 'ended'],
    ]);
    expect((await inbox('zhujian')).map(({ kind }) => kind)).toContain('matter.returned');
  });

  test('is closed by the raiser, and all of it can be read as of any instant', async () => {
    await city.at('2023-06-05 10:00');
    await city.act(housing, id, 'resolve', {
      given: { remedy: '航标已移设', evidence: [await city.sendFile(housing)] },
    });
    await city.act(district, id, 'confirm', { given: { satisfaction: 2 } });
    const page = await city.page(district, id);
    expect(page).toMatchObject({ turn: [], actions: [], matter: { closed: true, satisfaction: 2 } });
    const asOf = '2023-05-16T04:00:00Z' as const;
    const then = await district.call(contract.matterPage, { id, asOf });
    expect(then.matter).toMatchObject({
      closed: false,
      redos: 0,
      state: { id: 'handling' },
      due: { column: 'paused' },
    });
    expect(then.actions).toEqual([]);
    expect(then.files).toEqual([]);
  });

  test('counts in the statistics with what it is a part of, down to its row', async () => {
    const span = { from: '2023-05-01', to: '2023-06-30' } as const;
    const { rows, total } = await clerk.call(contract.matterStatistics, { ...span, by: 'unit' });
    expect(total).toMatchObject({
      ...{ opened: 1, closed: 1, unscored: 0, openNow: 0 },
      onTime: { part: 2, of: 3, percent: 66.7 },
      reopened: { part: 1, of: 1 },
      satisfied: { part: 1, of: 1, percent: 100 },
    });
    expect(rows.map(({ name }) => name)).toEqual(['市住房城乡建设局']);
    const late = await clerk.call(contract.matterStatisticsRows, {
      ...span,
      measure: 'late',
      kind: 'problem',
    });
    expect(late.rows.map(({ number }) => number)).toEqual(['WT-2023-0001']);
  });

  test('is what its events say', async () => {
    expect(await city.inCity((one) => checkMatters(one))).toMatchObject({ matters: 1, faults: [] });
  });
});
