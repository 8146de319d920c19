import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRollups } from '#engines/indicators';
import * as contract from '../contract.ts';
import { type AMonth, aMonth, asPlanned, month, wanText } from './support/a-month.ts';

let city: AMonth;
beforeAll(async () => {
  city = await aMonth();
}, 240_000);
afterAll(() => city?.close());

const versionOf = async (by: Parameters<AMonth['rowOf']>[0], at: number) =>
  (await city.rowOf(by, city.east[at]!)).version;

describe('a month is assigned', () => {
  test('by the coordinating office, with the days its pack proposes', async () => {
    await expect(city.filler.call(contract.assignPeriod, city.given)).rejects.toMatchObject({ status: 403 });
    await expect(city.filler.call(contract.periodBoard, { month })).rejects.toMatchObject({
      code: 'period.not_found',
    });
    const head = await city.clerk.call(contract.assignPeriod, city.given);
    expect(head).toMatchObject({
      ...{ month, name: '2023年5月', stage: 'open', version: 1, months: [month] },
      days: {
        ...{ opensOn: '2023-05-25', lockOn: '2023-06-10', publishOn: '2023-06-12', cutOffHour: 18 },
        steps: [
          { id: 'fill', by: 'filler', dueOn: '2023-06-03' },
          { id: 'district', by: 'district', dueOn: '2023-06-05' },
          { id: 'department', by: 'department', dueOn: '2023-06-07' },
          { id: 'verify', by: 'coordinator', dueOn: '2023-06-09' },
        ],
      },
    });
    await expect(city.clerk.call(contract.assignPeriod, city.given)).rejects.toMatchObject({
      code: 'period.assigned_already',
    });
  });

  test('and its days may be changed, on the version seen, in their order', async () => {
    const later = { ...city.given, lockOn: '2023-06-11' } as const;
    const changed = await city.clerk.call(contract.changeDays, { ...later, version: 1 });
    expect(changed).toMatchObject({ version: 2, days: { lockOn: '2023-06-11' } });
    await expect(city.clerk.call(contract.changeDays, { ...later, version: 1 })).rejects.toMatchObject({
      code: 'http.stale_version',
    });
    const wrong = city.clerk.call(contract.changeDays, { ...later, version: 2, opensOn: '2023-06-20' });
    await expect(wrong).rejects.toMatchObject({ code: 'period.days_out_of_order' });
    const missing = city.clerk.call(contract.changeDays, { ...later, version: 2, steps: [] });
    await expect(missing).rejects.toMatchObject({ code: 'period.steps_differ' });
  });

  test('and says who has not reported, to whom, and until when', async () => {
    const board = await city.leader.call(contract.periodBoard, { month });
    expect(board).toMatchObject({ owed: 4, submitted: 0, verified: 0, waitingForMe: 0 });
    expect(board.districts.map(({ district, missing }) => [district, missing.length])).toEqual([
      ['东川区', 3],
      ['西川区', 1],
    ]);
    expect(board.steps[0]).toMatchObject({ id: 'fill', waiting: 4, overdue: true });
    expect(board.chaser).toContain('2023年5月项目月报应于6月3日18时前报送，现已逾期');
    expect(board.chaser).toContain('东川区（联系人：east-filler同志、east-other同志）：');
    expect(board.chaser).toContain('西岭电站');
    const own = await city.filler.call(contract.periodBoard, { month });
    expect(own).toMatchObject({ owed: 3, waitingForMe: 3, may: { fill: true, lock: false } });
    expect(own.chaser).not.toContain('西岭电站');
  });
});

describe('a district fills its grid', () => {
  test('with plan and last month beside every row of its own', async () => {
    const page = await city.filler.call(contract.periodRows, { month });
    expect(page).toMatchObject({ total: 3 });
    expect(page.rows.map(({ name }) => name)).toEqual(['东川新城', '东川大桥', '东川水厂']);
    expect(page.rows[0]).toMatchObject({
      ...{ planMonthFen: wanText(100), planCumFen: wanText(500), lastMonth: '2023-04' },
      ...{ lastCumFen: wanText(400), state: 'fill', version: 0, draft: null, acts: ['fill'], overdue: true },
    });
    expect((await city.leader.call(contract.periodRows, { month })).total).toBe(4);
  });

  test('and keeps drafts row by row: what is stale or wrong does not hold up the rest', async () => {
    const [a, b, c] = city.east;
    const first = await city.filler.call(contract.saveDrafts, {
      month,
      rows: [
        { projectId: a!, expectedVersion: 0, facts: asPlanned },
        { projectId: b!, expectedVersion: 7, facts: asPlanned },
        { projectId: c!, expectedVersion: 0, facts: { progressText: '机密★10年' } },
      ],
    });
    expect(first.results.map(({ outcome, code, version }) => [outcome, code, version])).toEqual([
      ['done', null, 1],
      ['stale', null, 0],
      ['refused', 'secrecy.marked', 0],
    ]);
    const again = await city.filler.call(contract.saveDrafts, {
      month,
      rows: [{ projectId: a!, expectedVersion: 0, facts: asPlanned }],
    });
    expect(again.results).toMatchObject([{ outcome: 'unchanged', version: 1 }]);
    const others = await city.other.call(contract.saveDrafts, {
      month,
      rows: [{ projectId: a!, expectedVersion: 0, facts: { cumFen: wanText(510) } }],
    });
    expect(others.results).toMatchObject([{ outcome: 'stale', version: 1 }]);
    expect(await city.rowOf(city.other, a!)).toMatchObject({
      draft: { cumFen: wanText(500), savedBy: 'east-filler同志' },
    });
  });

  test('but not the neighbour’s: then nothing of the request is taken', async () => {
    const rows = [
      { projectId: city.east[1]!, expectedVersion: 0, facts: asPlanned },
      { projectId: city.west, expectedVersion: 0, facts: asPlanned },
    ];
    await expect(city.filler.call(contract.saveDrafts, { month, rows })).rejects.toMatchObject({
      code: 'access.denied',
    });
    expect(await versionOf(city.filler, 1)).toBe(0);
  });

  test('and reports: contradictions are asked back and then explained', async () => {
    const [a, b] = city.east;
    const rows = [
      { projectId: a!, expectedVersion: 1 },
      { projectId: b!, expectedVersion: 0, facts: { ...asPlanned, cumFen: wanText(390) } },
    ];
    const first = await city.filler.call(contract.submitRows, { month, rows });
    expect(first.results).toMatchObject([
      { outcome: 'done', state: 'district', version: 2 },
      { outcome: 'unconfirmed', state: 'fill', contradictions: [{ code: 'cum-decreases', about: 'cumFen' }] },
    ]);
    const confirmed = { ...rows[1]!, confirmed: true, note: '核减上月多报' };
    const second = await city.filler.call(contract.submitRows, { month, rows: [confirmed] });
    expect(second.results).toMatchObject([{ outcome: 'done', state: 'district' }]);
    expect(await city.rowOf(city.filler, b!)).toMatchObject({
      ...{ note: '核减上月多报', draft: null, acts: [], reportNumber: 1, verified: null },
      filler: { name: 'east-filler同志', onBehalfOf: null },
    });
    const nothing = await city.filler.call(contract.submitRows, {
      month,
      rows: [{ projectId: city.east[2]!, expectedVersion: 0 }],
    });
    expect(nothing.results).toMatchObject([{ outcome: 'refused', code: 'row.nothing_to_submit' }]);
  });

  test('for a unit it names', async () => {
    const facts = { ...asPlanned };
    const rows = [{ projectId: city.east[2]!, expectedVersion: 0, facts, onBehalfOf: '东川水务公司' }];
    await city.filler.call(contract.submitRows, { month, rows });
    expect(await city.rowOf(city.filler, city.east[2]!)).toMatchObject({
      filler: { onBehalfOf: '东川水务公司' },
    });
  });
});

describe('the reviewers', () => {
  test('find what waits for them and for nobody else', async () => {
    expect((await city.reviewer.call(contract.periodRows, { month, mine: true })).total).toBe(3);
    expect((await city.clerk.call(contract.periodRows, { month, mine: true })).total).toBe(0);
    expect((await city.rowOf(city.reviewer, city.east[0]!)).acts).toEqual(['pass', 'return']);
    expect((await city.rowOf(city.clerk, city.east[0]!)).acts).toEqual(['return', 'verify']);
  });

  test('pass and return; nobody reviews for a department that has no one', async () => {
    const [a, b] = city.east;
    const passed = await city.reviewer.call(contract.passRows, {
      month,
      rows: [{ projectId: a!, expectedVersion: 2 }],
    });
    expect(passed.results).toMatchObject([{ outcome: 'done', state: 'verify' }]);
    const retried = await city.reviewer.call(contract.passRows, {
      month,
      rows: [{ projectId: a!, expectedVersion: 2 }],
    });
    expect(retried.results).toMatchObject([{ outcome: 'unchanged', state: 'verify' }]);
    const version = await versionOf(city.reviewer, 1);
    const rows = [{ projectId: b!, expectedVersion: version, reason: '请附核减依据' }];
    const returned = await city.reviewer.call(contract.returnRows, { month, rows });
    expect(returned.results).toMatchObject([{ outcome: 'done', state: 'fill' }]);
    expect(await city.rowOf(city.filler, b!)).toMatchObject({
      ...{ acts: ['fill'], state: 'fill' },
      returned: { reason: '请附核减依据', by: 'east-reviewer同志', stepName: '区县审核' },
    });
    const board = await city.filler.call(contract.periodBoard, { month });
    expect(board.districts[0]!.missing).toMatchObject([{ kind: 'returned', returnReason: '请附核减依据' }]);
  });

  test('are skipped where the only reviewer filled it himself, and may not review it', async () => {
    const both = await city.person(
      'west-both',
      { role: 'district-filler', org: 'west' },
      { role: 'district-reviewer', org: 'west' },
    );
    const rows = [{ projectId: city.west, expectedVersion: 0, facts: { ...asPlanned, monthFen: null } }];
    const filed = await both.call(contract.submitRows, { month, rows });
    expect(filed.results).toMatchObject([{ outcome: 'done', state: 'verify' }]);
    const own = await both.call(contract.passRows, {
      month,
      rows: [{ projectId: city.west, expectedVersion: 1 }],
    });
    expect(own.results).toMatchObject([{ outcome: 'refused', code: 'row.not_at_step' }]);
  });

  test('let the answer through without a second reason', async () => {
    const version = await versionOf(city.filler, 1);
    const rows = [{ projectId: city.east[1]!, expectedVersion: version, facts: asPlanned }];
    const answered = await city.filler.call(contract.submitRows, { month, rows });
    expect(answered.results).toMatchObject([{ outcome: 'done', state: 'district' }]);
    const { entries } = await city.filler.call(contract.rowHistory, { month, id: city.east[1]! });
    expect(entries.map(({ act, by }) => [act, by])).toEqual([
      ['submit', 'east-filler同志'],
      ['return', 'east-reviewer同志'],
      ['submit', 'east-filler同志'],
    ]);
  });
});

describe('the city verifies', () => {
  test('many at once, another figure with its reason; only then it counts', async () => {
    const ids = [...city.east, city.west];
    const rows = await Promise.all(
      ids.map(async (projectId) => ({
        projectId,
        expectedVersion: (await city.rowOf(city.clerk, projectId)).version,
      })),
    );
    const other = { ...rows[1]!, facts: { cumFen: wanText(480) } };
    const without = await city.clerk.call(contract.verifyRows, { month, rows: [rows[0]!, other] });
    expect(without.results).toMatchObject([
      { outcome: 'done', state: 'verified' },
      { outcome: 'refused', code: 'report.difference_unexplained' },
    ]);
    const rest = [{ ...other, reason: '扣除土地费' }, rows[2]!, rows[0]!];
    const verified = await city.clerk.call(contract.verifyRows, { month, rows: rest });
    expect(verified.results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'unchanged']);
    expect(await city.rowOf(city.filler, city.east[1]!)).toMatchObject({
      ...{ reported: { cumFen: wanText(500) }, verified: { cumFen: wanText(480) }, state: 'verified' },
      reviewers: [{ stepName: '市级核定', name: 'clerk同志' }],
    });
    const board = await city.clerk.call(contract.periodBoard, { month });
    expect(board).toMatchObject({ owed: 4, submitted: 4, verified: 3, waitingForMe: 1, chaser: '' });
    const { differences } = await city.inCity(checkRollups);
    expect(differences).toEqual([]);
  });
});

describe('the month is locked', () => {
  test('by a head, who is told first what is missing', async () => {
    await expect(city.clerk.call(contract.lockPeriod, { month })).rejects.toMatchObject({ status: 403 });
    await expect(city.section.call(contract.publishPeriod, { month })).rejects.toMatchObject({
      code: 'period.not_locked',
    });
    city.on('2023-06-11');
    await expect(city.section.call(contract.lockPeriod, { month })).rejects.toMatchObject({
      ...{ code: 'period.rows_missing', details: { owed: 4, missing: 1, unreported: 0 } },
    });
    const locked = await city.section.call(contract.lockPeriod, { month, confirmMissing: true });
    expect(locked).toMatchObject({ stage: 'locked', lockedBy: 'section同志' });
    expect(await city.head.call(contract.publishPeriod, { month })).toMatchObject({
      ...{ stage: 'published', publishedBy: 'head同志' },
    });
    const rows = [{ projectId: city.east[0]!, expectedVersion: 0, facts: asPlanned }];
    await expect(city.filler.call(contract.saveDrafts, { month, rows })).rejects.toMatchObject({
      code: 'period.locked',
    });
  });

  test('and corrected after that by a request that another head approves; the published figure stands', async () => {
    const asked = await city.section.call(contract.askAfterLock, {
      ...{ month, id: city.east[0]!, reason: '漏报一笔' },
      facts: { ...asPlanned, monthFen: wanText(120), cumFen: wanText(520) },
    });
    expect(asked).toMatchObject({
      ...{ kind: 'correction', state: 'waiting', mayDecide: false },
      ...{ before: { cumFen: wanText(500) }, facts: { cumFen: wanText(520) } },
    });
    const { requestId: id } = asked;
    const twice = city.filler.call(contract.askAfterLock, {
      ...{ month, id: city.east[0]!, reason: '又一笔', facts: { cumFen: wanText(530) } },
    });
    await expect(twice).rejects.toMatchObject({ code: 'request.waiting_already' });
    await expect(city.section.call(contract.approveRequest, { id })).rejects.toMatchObject({
      code: 'access.same_person',
    });
    const approved = await city.head.call(contract.approveRequest, { id, note: '同意' });
    expect(approved).toMatchObject({ state: 'approved', decidedBy: 'head同志', decision: '同意' });
    const { differences } = await city.filler.call(contract.differencesAfterLock, { month });
    expect(differences).toMatchObject([
      {
        ...{ kind: 'correction', reason: '漏报一笔', approver: 'head同志' },
        ...{ published: { cumFen: wanText(500) }, standing: { cumFen: wanText(520) } },
      },
    ]);
    expect((await city.inCity(checkRollups)).differences).toEqual([]);
  });

  test('or a missing report handed in late, which may be declined', async () => {
    const asked = await city.westFiller.call(contract.askAfterLock, {
      ...{ month, id: city.west, reason: '填报人出差', facts: { cumFen: wanText(300), started: true } },
    });
    expect(asked).toMatchObject({ kind: 'late', before: null });
    const { requests } = await city.filler.call(contract.listRequests, { month, state: 'waiting' });
    expect(requests).toEqual([]);
    const declined = await city.head.call(contract.rejectRequest, {
      ...{ id: asked.requestId, reason: '请附佐证' },
    });
    expect(declined).toMatchObject({ state: 'rejected', decision: '请附佐证' });
    const late = city.head.call(contract.approveRequest, { id: asked.requestId });
    await expect(late).rejects.toMatchObject({ code: 'request.decided_already' });
  });
});
