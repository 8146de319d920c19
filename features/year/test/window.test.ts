import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRollups, planVersionsOf } from '#engines/indicators';
import type { ProjectId } from '#engines/registry';
import * as contract from '../contract.ts';
import { windowState } from '../domain/window-state.ts';
import { evenMonths, monthsText, type Person, wanText, type YearCity, yearCity } from './a-city.ts';

describe('a window', () => {
  const days = { opensOn: '2023-07-01', closesOn: '2023-07-15', end: null } as const;
  test.each([
    ['2023-06-30', 'coming'],
    ['2023-07-01', 'open'],
    ['2023-07-15', 'open'],
    ['2023-07-16', 'closed'],
  ] as const)('is on %s %s', (today, state) => expect(windowState(days, today)).toBe(state));

  test('stays what it ended as', () =>
    expect(windowState({ ...days, end: { outcome: 'cancelled' } }, '2023-07-03')).toBe('cancelled'));
});

describe('中期调整 in one window', () => {
  let city: YearCity;
  let [east, west]: ProjectId[] = [];
  let clerk: Person;
  let head: Person;
  let eastFiller: Person;
  let leader: Person;
  let id: Awaited<ReturnType<typeof openOne>>;

  const paper = {
    documentNumber: '建发〔2023〕8号',
    documentTitle: '关于调整年度投资计划的通知',
    documentDay: '2023-07-01',
  } as const;
  const openOne = async (by: Person) =>
    (
      await by.call(contract.openWindow, {
        year: 2023,
        opensOn: '2023-07-01',
        closesOn: '2023-07-15',
        ...paper,
      })
    ).windowId;
  const months = [...evenMonths.slice(0, 6), 50, 50, 50, 50, 50, 50];
  const proposal = (projectId: ProjectId, more: object = {}) => ({
    ...{ projectId, planNumber: 1, expectedNumber: 0, monthsFen: monthsText(months), reason: '用地批复推迟' },
    ...more,
  });
  const rowOf = async (by: Person, projectId: ProjectId) =>
    (await by.call(contract.planWindow, { id })).rows.find((row) => row.projectId === projectId);

  beforeAll(async () => {
    city = await yearCity();
    east = await city.project('东川新城', { district: 'east', category: '在建', months: evenMonths });
    west = await city.project('西岭水库', { district: 'west', category: '在建', months: evenMonths });
    for (const project of [east, west]) await city.verified(project!, '2023-06', 500);
    await city.evaluated('2023-06');
    clerk = await city.person('clerk', { role: 'coordinator-clerk' });
    head = await city.person('head', { role: 'coordinator-head' });
    eastFiller = await city.person('east-filler', { role: 'district-filler', org: 'east' });
    leader = await city.person('leader', { role: 'leader' });
    city.on('2023-06-20');
  }, 120_000);
  afterAll(() => city?.close());

  test('is opened by a coordinator, once at a time', async () => {
    await expect(openOne(eastFiller)).rejects.toMatchObject({ status: 403, code: 'access.denied' });
    id = await openOne(clerk);
    await expect(openOne(clerk)).rejects.toMatchObject({ code: 'plan_window.standing' });
    expect((await leader.call(contract.planWindows, { year: 2023 })).windows).toMatchObject([
      { windowId: id, state: 'coming', document: { number: paper.documentNumber } },
    ]);
  });

  test('takes nothing before its first day', async () => {
    const early = eastFiller.call(contract.proposePlans, { id, proposals: [proposal(east!)] });
    await expect(early).rejects.toMatchObject({ code: 'plan_window.not_open' });
    city.on('2023-07-10');
  });

  test('takes from a district its own projects only, each with a reason', async () => {
    const send = (proposals: ReturnType<typeof proposal>[]) =>
      eastFiller.call(contract.proposePlans, { id, proposals });
    await expect(send([proposal(east!), proposal(west!)])).rejects.toMatchObject({ code: 'access.denied' });
    await expect(send([proposal(east!, { reason: ' ' })])).rejects.toMatchObject({
      code: 'plan_window.reason_missing',
      details: { name: '东川新城' },
    });
    const negative = proposal(east!, { monthsFen: ['-1', ...monthsText(months).slice(1)] });
    await expect(send([negative])).rejects.toMatchObject({ code: 'plan_window.month_negative' });
    expect(await send([proposal(east!)])).toEqual({ saved: 1 });
    expect(await rowOf(eastFiller, east!)).toMatchObject({
      ...{ planNumber: 1, totalFen: wanText(1200) },
      proposal: { number: 1, totalFen: wanText(900), reason: '用地批复推迟', by: 'east-filler同志' },
    });
    expect(await rowOf(eastFiller, west!)).toBeUndefined();
  });

  test('shows what somebody else proposed meanwhile instead of overwriting it', async () => {
    const again = clerk.call(contract.proposePlans, { id, proposals: [proposal(east!), proposal(west!)] });
    await expect(again).rejects.toMatchObject({
      code: 'plan_window.proposal_stale',
      details: { names: '东川新城' },
    });
    expect(await rowOf(clerk, west!)).toMatchObject({ proposal: null });
    await clerk.call(contract.proposePlans, { id, proposals: [proposal(west!, { reason: '汛期停工' })] });
  });

  test('a proposal can be taken back, and made again', async () => {
    const back = proposal(west!, { expectedNumber: 1, withdrawn: true });
    await clerk.call(contract.proposePlans, { id, proposals: [back] });
    expect(await rowOf(clerk, west!)).toMatchObject({ proposal: null, proposalNumber: 2 });
    const anew = proposal(west!, { expectedNumber: 2, reason: '汛期停工' });
    await clerk.call(contract.proposePlans, { id, proposals: [anew] });
  });

  test('is approved whole by a head, citing the document, from the next period on', async () => {
    city.on('2023-07-20');
    const late = eastFiller.call(contract.proposePlans, {
      id,
      proposals: [proposal(east!, { expectedNumber: 1 })],
    });
    await expect(late).rejects.toMatchObject({ code: 'plan_window.not_open' });
    const approve = (by: Person, proposals: number, approver = '市政府常务会议') =>
      by.call(contract.approveWindow, { id, ...paper, approver, proposals });
    await expect(approve(clerk, 2)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(approve(head, 1)).rejects.toMatchObject({ code: 'plan_window.changed_since' });
    await expect(approve(head, 2, 'head同志')).rejects.toMatchObject({ code: 'access.same_person' });
    expect(await approve(head, 2)).toEqual({ plans: 2, unchanged: 0, effectiveFrom: '2023-08' });
    const versions = await city.inCity((one) => planVersionsOf(one, west!, 2023));
    expect(versions.at(-1)).toMatchObject({
      ...{ number: 2, kind: 'revision', effectiveFrom: '2023-08', totalFen: 900_000_000n },
      ...{ reason: '中期调整：汛期停工', approver: '市政府常务会议' },
      source: '《关于调整年度投资计划的通知》（建发〔2023〕8号，2023-07-01）',
    });
    await expect(approve(head, 2)).rejects.toMatchObject({ code: 'plan_window.ended' });
    expect((await city.inCity((one) => checkRollups(one))).differences).toEqual([]);
  });

  test('a plan that changed otherwise meanwhile keeps the whole window from being approved', async () => {
    city.on('2023-07-01');
    const second = await openOne(clerk);
    const stale = [
      proposal(east!, { planNumber: 1 }),
      proposal(west!, { planNumber: 2, monthsFen: monthsText(evenMonths) }),
    ];
    await clerk.call(contract.proposePlans, { id: second, proposals: stale });
    const approve = () =>
      head.call(contract.approveWindow, { id: second, ...paper, approver: '市政府', proposals: 2 });
    await expect(approve()).rejects.toMatchObject({
      code: 'plan_window.plans_changed',
      details: { names: '东川新城' },
    });
    expect(await city.inCity((one) => planVersionsOf(one, west!, 2023))).toHaveLength(2);
    await expect(clerk.call(contract.cancelWindow, { id: second, reason: '改期' })).rejects.toMatchObject({
      code: 'access.denied',
    });
    await head.call(contract.cancelWindow, { id: second, reason: '改期' });
    await expect(approve()).rejects.toMatchObject({ code: 'plan_window.ended' });
  });
});
