import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyReportImport, checkRollups, dutiesIn, rollupsOf } from '#engines/indicators';
import { getProject, listAsOf, type ProjectId, updateProject } from '#engines/registry';
import { readWorkbook } from '#sheets';
import * as contract from '../contract.ts';
import { evenMonths, type Person, wan, wanText, type YearCity, yearCity } from './a-city.ts';

let city: YearCity;
let clerk: Person;
let head: Person;
let eastFiller: Person;
let road: ProjectId;
let school: ProjectId;
let plant: ProjectId;
let silent: ProjectId;
let done: ProjectId;
const year = 2023;

beforeAll(async () => {
  city = await yearCity();
  const building = { category: '在建', months: evenMonths } as const;
  road = await city.project('东川环路', { district: 'east', ...building });
  done = await city.project('东川体育馆', { district: 'east', ...building, total: 2_200 });
  silent = await city.project('西岭水库', { district: 'west', ...building });
  school = await city.project('东川一小', { district: 'east', category: '新开工', months: evenMonths });
  plant = await city.project('西川电厂', { district: 'west', category: '前期' });
  await city.verified(road, '2023-12', 1_150);
  await city.verified(done, '2023-12', 1_200);
  await city.verified(silent, '2023-11', 900);
  await city.verified(school, '2023-12', 0, false);
  city.on('2024-01-08');
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  head = await city.person('head', { role: 'coordinator-head' });
  eastFiller = await city.person('east-filler', { role: 'district-filler', org: 'east' });
}, 120_000);
afterAll(() => city?.close());

const read = (by: Person) => by.call(contract.carryOver, { year });
const rowOf = async (id: ProjectId, by = clerk) => (await read(by)).rows.find((row) => row.projectId === id);
const decide = (projectId: ProjectId, decision: 'continue' | 'complete' | 'prepare' | 'quit', more = {}) => ({
  ...{ projectId, decision, reason: '经核实', expectedNumber: 0, ...more },
});
const approve = (by: Person, ids: readonly ProjectId[], number = 1) =>
  by.call(contract.approveCarryOver, { year, decisions: ids.map((projectId) => ({ projectId, number })) });

describe('年末结转', () => {
  test('proposes from the state what becomes of each project, with what is done', async () => {
    expect((await read(clerk)).lockedOn).toBeNull();
    expect(await rowOf(road)).toMatchObject({
      ...{ doneBeforeFen: wanText(1_000), doneYearFen: wanText(1_150), nextDoneBeforeFen: wanText(2_150) },
      proposal: { decision: 'continue', because: '在建，尚有未完成投资' },
    });
    expect(await rowOf(done)).toMatchObject({ proposal: { decision: 'complete' }, nextDoneBeforeFen: null });
    expect(await rowOf(school)).toMatchObject({ proposal: { decision: 'prepare' } });
    expect(await rowOf(plant)).toMatchObject({ proposal: { decision: 'prepare' }, doneYearFen: null });
    expect(await rowOf(silent)).toMatchObject({ doneYearFen: wanText(900), nextDoneBeforeFen: null });
  });

  test('a district sees its own projects, and decides nothing', async () => {
    const own = await read(eastFiller);
    expect(own.rows.map(({ name }) => name)).toEqual(['东川环路', '东川体育馆', '东川一小']);
    expect([own.mayDecide, own.mayApprove]).toEqual([false, false]);
    const decisions = [decide(road, 'continue')];
    await expect(eastFiller.call(contract.decideCarryOver, { year, decisions })).rejects.toMatchObject({
      code: 'access.denied',
    });
  });

  test('a decision needs its reason', async () => {
    const bare = [decide(road, 'continue', { reason: ' ' })];
    await expect(clerk.call(contract.decideCarryOver, { year, decisions: bare })).rejects.toMatchObject({
      code: 'year.reason_missing',
      details: { name: '东川环路' },
    });
    const decisions = [
      ...[decide(road, 'continue'), decide(done, 'complete'), decide(school, 'prepare')],
      ...[decide(plant, 'quit'), decide(silent, 'continue')],
    ];
    expect(await clerk.call(contract.decideCarryOver, { year, decisions })).toEqual({ saved: 5 });
    await expect(
      clerk.call(contract.decideCarryOver, { year, decisions: [decide(road, 'quit')] }),
    ).rejects.toMatchObject({ code: 'year.decision_changed' });
  });

  test('is not approved before December is locked, nor by a clerk', async () => {
    await expect(approve(head, [road])).rejects.toMatchObject({
      code: 'year.december_not_locked',
      text: '2023年12月尚未锁定，不能批准年末结转。请先在月度填报中锁定12月',
    });
    await expect(approve(clerk, [road])).rejects.toMatchObject({ code: 'access.denied' });
    city.on('2024-01-12');
    await city.locked('2023-12');
    expect((await read(clerk)).lockedOn).not.toBeNull();
  });

  test('a project whose December is missing keeps all from being opened, by name', async () => {
    await expect(approve(head, [road, silent])).rejects.toMatchObject({
      code: 'year.december_missing',
      details: { name: '西岭水库', year },
    });
    expect(await rowOf(road)).toMatchObject({ opened: null });
  });

  test('opens the next year: entry, lists, duty, and done before', async () => {
    expect(await approve(head, [road, done, school, plant])).toEqual({ opened: 4, already: 0 });
    await city.inCity(async (one) => {
      const of = async (id: ProjectId) =>
        (await getProject(one, id)).entries.find((entry) => entry.year === 2024);
      expect(await of(road)).toMatchObject({
        category: '在建',
        doneBeforeFen: wanText(2_150),
        planYearFen: null,
      });
      expect(await of(school)).toMatchObject({ category: '前期', doneBeforeFen: wanText(0) });
      expect(await of(done)).toBeUndefined();
      expect(await of(plant)).toBeUndefined();
      const members = await listAsOf(one, { list: 'yearly', year: 2024, asOf: '2024-01-01' });
      expect(members.map(({ name, basis }) => [name, basis])).toEqual([
        ['东川环路', 'rule'],
        ['东川一小', 'rule'],
      ]);
      const duties = new Map((await dutiesIn(one, '2024-01')).map((duty) => [duty.subjectId, duty]));
      expect(duties.get(road)).toMatchObject({ category: 'building', owes: true, startedMonth: '2022-03' });
      expect(duties.get(school)).toMatchObject({ category: 'none', owes: false, reason: '前期' });
      expect(duties.has(done)).toBe(false);
      const [january] = await rollupsOf(one, 'city', { first: '2024-01', last: '2024-01' });
      expect(january?.sums.owed).toBe(1n);
      expect((await checkRollups(one)).differences).toEqual([]);
    });
  });

  test('approved again it changes nothing', async () => {
    const before = await city.inCity((one) => getProject(one, road));
    expect(await approve(head, [road, done, school, plant])).toEqual({ opened: 0, already: 4 });
    expect(await city.inCity((one) => getProject(one, road))).toEqual(before);
    await expect(
      clerk.call(contract.decideCarryOver, {
        year,
        decisions: [decide(road, 'quit', { expectedNumber: 1 })],
      }),
    ).rejects.toMatchObject({ code: 'year.already_approved' });
  });

  test('what the next list states already stays, and a different amount is shown', async () => {
    await city.inCity(async (one) => {
      const { version } = await getProject(one, silent);
      const entry = { year: 2024, category: '新开工' as const, doneBeforeFen: wanText(1_800) };
      await updateProject(one, { projectId: silent, version, entry });
    });
    await city.inCity(async (one) => {
      await applyReportImport(one, {
        importId: null,
        counts: 'verified',
        afterLock: { kind: 'late', reason: '漏报', approver: '主任' },
        reports: [{ subjectId: silent, month: '2023-12', cumFen: wan(950), receivedOn: '2024-01-12' }],
      });
    });
    expect(await approve(head, [silent])).toEqual({ opened: 1, already: 0 });
    const { entries } = await city.inCity((one) => getProject(one, silent));
    expect(entries.at(-1)).toMatchObject({ category: '新开工', doneBeforeFen: wanText(1_800) });
    expect(await rowOf(silent)).toMatchObject({
      opened: { doneBeforeFen: wanText(1_950), by: 'head同志' },
      statedDoneBeforeFen: wanText(1_800),
    });
  });

  test('is taken along as a workbook', async () => {
    const { name, bytes } = await head.call(contract.exportCarryOver, { year });
    expect(name).toBe('2023年年末结转_三川.xlsx');
    const { sheets } = await readWorkbook(bytes, { name });
    expect(sheets[0]?.name).toBe('年末结转');
  });
});

describe('计划检查', () => {
  test('remarks on plans with values, rule and basis; a district sees its own', async () => {
    const late = await city.project('西川学校', {
      ...{ district: 'west', category: '新开工', plannedStart: '2023-05', total: 3_000 },
      months: [0, 0, 0, 0, 0, 0, 0, 0, 100, 100, 100, 700],
    });
    const { findings, checked, counts, rules } = await clerk.call(contract.checkPlans, { year });
    expect(checked).toBeGreaterThan(3);
    expect(findings.filter(({ projectId }) => projectId === late)).toEqual([
      {
        ...{ projectId: late, number: expect.any(String), name: '西川学校', category: '新开工' },
        ...{ districtId: city.org('west'), district: '西川区', kind: 'heaped', basis: '平台默认值' },
        values: '10至12月计划 900万元，占各月合计的 90.0%',
        rule: '10至12月计划占全年超过 50%，提示年末集中',
      },
      expect.objectContaining({ kind: 'heaped', values: '12月计划 700万元，占各月合计的 70.0%' }),
      expect.objectContaining({ kind: 'zero-months', values: '5月、6月、7月、8月没有计划' }),
    ]);
    expect(counts.find(({ kind }) => kind === 'heaped')?.findings).toBe(2);
    expect(rules[0]).toEqual({ rule: '本市没有规定冬季停工期，不检查冬季开工', basis: null });
    const own = await eastFiller.call(contract.checkPlans, { year });
    expect(own.findings.some(({ district }) => district === '西川区')).toBe(false);
    const heaped = await clerk.call(contract.checkPlans, {
      year,
      kind: 'heaped',
      district: city.org('west'),
    });
    expect(heaped.findings).toHaveLength(2);
  });

  test('is taken along as a workbook', async () => {
    const { name, bytes } = await clerk.call(contract.exportPlanCheck, { year });
    const { sheets } = await readWorkbook(bytes, { name });
    expect(sheets[0]?.name).toBe('计划检查');
  });
});
