import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectId } from '#engines/registry';
import { runIfDue } from '#jobs';
import * as contract from '../contract.ts';
import { evaluateLightsJob } from '../jobs.ts';
import { evenMonths, type ProgressCity, progressCity, wanText } from './support/a-city.ts';

type Person = Awaited<ReturnType<ProgressCity['person']>>;

let city: ProgressCity;
let late: ProjectId;
let silent: ProjectId;
let onPlan: ProjectId;
let eastFiller: Person;
let westFiller: Person;
let clerk: Person;
let head: Person;
let guest: Person;

const april = async (by: Person, projectId: ProjectId) => {
  const { months } = await by.call(contract.projectMonths, { id: projectId, year: 2023 });
  return months[3]!.light!;
};

beforeAll(async () => {
  city = await progressCity();
  late = await city.project('东川新城', { district: 'east', category: '在建', months: evenMonths });
  onPlan = await city.project('西川水厂', { district: 'west', category: '在建', months: evenMonths });
  silent = await city.project('港区码头', { district: 'harbour', category: '在建', months: evenMonths });
  await city.project('东川前期', { district: 'east', category: '前期' });
  await city.imported(late, '2023-04', 250);
  await city.imported(onPlan, '2023-04', 400);
  eastFiller = await city.person('east-filler', { role: 'district-filler', org: 'east' });
  westFiller = await city.person('west-filler', { role: 'district-filler', org: 'west' });
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  head = await city.person('head', { role: 'coordinator-head' });
  guest = await city.person('guest', { role: 'guest' });
  await clerk.call(contract.evaluateLights, { asOf: '2023-05-10' });
}, 120_000);
afterAll(() => city?.close());

describe('evaluation', () => {
  test('again changes nothing; a day to come is refused; a district may not', async () => {
    const again = await clerk.call(contract.evaluateLights, { asOf: '2023-05-10' });
    expect(again).toMatchObject({ month: '2023-04', lit: 3, changed: 0, takenBack: 0 });
    const tomorrow = clerk.call(contract.evaluateLights, { asOf: '2023-06-09' });
    await expect(tomorrow).rejects.toMatchObject({ status: 422, code: 'lights.day_ahead' });
    await expect(eastFiller.call(contract.evaluateLights, {})).rejects.toMatchObject({ status: 403 });
  });

  test('is explained: rule with version, inputs, day, sentences, basis', async () => {
    const { evaluationId } = await april(eastFiller, late);
    const why = await eastFiller.call(contract.why, { id: evaluationId });
    expect(why).toMatchObject({
      ...{ name: '东川新城', month: '2023-04', evaluatedOn: '2023-05-10', overall: 'red' },
      rules: { name: '月度亮灯规则', number: 1, basis: '平台默认值', platformDefault: true },
    });
    expect(why.dimensions[0]).toMatchObject({ name: '投资进度', light: 'red' });
    expect(why.dimensions[0]!.sentence).toContain('完成率 62.50%');
    expect(why.inputs).toContainEqual({ name: '本年累计完成', text: null, fen: wanText(250) });
    expect(why.sentences.at(-1)).toContain('评价日 2023-05-10');
  });

  test('replayed gives the same light', async () => {
    const { evaluationId } = await april(eastFiller, late);
    expect(await eastFiller.call(contract.replay, { id: evaluationId })).toEqual({
      ...{ evaluationId, same: true, stored: 'red', differences: [] },
    });
  });

  test('of another district is a light without its figures', async () => {
    const { evaluationId, overall } = await april(westFiller, late);
    expect(overall).toBe('red');
    for (const route of [contract.why, contract.replay]) {
      await expect(westFiller.call(route, { id: evaluationId })).rejects.toMatchObject({
        ...{ status: 404, code: 'evaluation.not_found' },
      });
    }
  });
});

describe('the board', () => {
  test('counts and sums by district, category and list, each with its rows named', async () => {
    const board = await clerk.call(contract.lightsBoard, {});
    expect(board).toMatchObject({
      ...{ asOf: '2023-06-08', month: '2023-04', year: 2023, timeProgress: '33.3' },
      total: {
        ...{ projects: 3, reported: 2, lights: { green: 1, yellow: 0, red: 1, grey: 1 } },
        ...{ planFen: wanText(1200), actualFen: wanText(650), planYearFen: wanText(3600) },
        ...{ completion: '54.2', plannedProgress: '33.3', actualProgress: '18.1' },
      },
      districts: [
        { name: '东川区', lights: { red: 1 }, completion: '62.5' },
        { name: '西川区', lights: { green: 1 } },
        { name: '港区', lights: { grey: 1 } },
      ],
      categories: [{ id: '在建', projects: 3 }],
      lists: [{ id: 'yearly', name: '年度项目', projects: 3 }],
      behind: [{ name: '东川新城', district: '东川区', overall: 'red', completion: '62.5' }],
      notReported: [{ district: '港区', projects: [{ name: '港区码头' }] }],
      apart: [{ reason: '前期', projects: [{ name: '东川前期' }] }],
      mismatches: [],
    });
    expect(board.behind[0]!.why).toContain('投资进度：完成率 62.50%');
    expect(board.reporting).toMatchObject({
      ...{ month: '2023-05', dueOn: '2023-06-10', owed: 3, reported: 0 },
      missing: [{ district: '东川区' }, { district: '西川区' }, { district: '港区' }],
    });
  });

  test('before the first evaluation shows no light and says so', async () => {
    const board = await clerk.call(contract.lightsBoard, { asOf: '2023-05-09' });
    expect(board).toMatchObject({ month: null, districts: [], total: { projects: 0 } });
  });

  test('for a district shows all lights, but amounts and missing reports of its own only', async () => {
    const board = await westFiller.call(contract.lightsBoard, {});
    expect(board.total).toMatchObject({ projects: 3, planFen: null, actualFen: null, completion: null });
    expect(board.districts).toMatchObject([
      { name: '东川区', lights: { red: 1 }, planFen: null },
      { name: '西川区', planFen: wanText(400), completion: '100.0' },
      { name: '港区', planFen: null },
    ]);
    expect(board.behind).toMatchObject([{ name: '东川新城', planFen: null, actualFen: null, why: null }]);
    expect(board.reporting).toMatchObject({ owed: 1, missing: [{ district: '西川区' }] });
  });

  test('is not for guests', async () => {
    await expect(guest.call(contract.lightsBoard, {})).rejects.toMatchObject({ status: 403 });
    await expect(guest.call(contract.ruleSets, {})).rejects.toMatchObject({ status: 403 });
  });
});

test('the rules stand in words, with basis and proof', async () => {
  const { rules } = await eastFiller.call(contract.ruleSets, {});
  expect(rules).toMatchObject([
    {
      ...{ name: '月度亮灯规则', number: 1, platformDefault: true, evaluationDay: 10 },
      proof: { complete: true, faults: [] },
    },
  ]);
  expect(rules[0]!.dimensions[0]!.lines).toContainEqual({
    ...{ when: '完成率 ≥ 70% 且 ＜ 90%', light: 'yellow', months: null },
  });
  expect(rules[0]!.dimensions[2]!.lines).toContainEqual({
    ...{ when: '开工后月数 ＝ 2 个月', light: 'yellow', months: null },
  });
});

describe('a plan', () => {
  const months = (n: number) => evenMonths.map((_, at) => (at === 11 ? wanText(n) : wanText(100)));

  test('once approved changes with reason and approver only, and not in months already lit', async () => {
    const change = {
      id: late,
      year: 2023,
      expectedNumber: 1,
      monthsFen: months(300),
      totalFen: wanText(1400),
    };
    await expect(clerk.call(contract.savePlan, change)).rejects.toMatchObject({
      ...{ status: 422, code: 'plan.revision_unexplained' },
    });
    const own = { ...change, reason: '设计变更', approver: 'clerk同志' };
    await expect(clerk.call(contract.savePlan, own)).rejects.toMatchObject({ code: 'access.same_person' });
    const saved = await clerk.call(contract.savePlan, { ...own, approver: '王主任' });
    expect(saved).toEqual({ outcome: 'revision', number: 2, effectiveFrom: '2023-05', differenceFen: null });
    const page = await clerk.call(contract.projectMonths, { id: late, year: 2023 });
    expect(page.planVersions).toMatchObject([
      { number: 1, kind: 'baseline', totalFen: wanText(1200) },
      { number: 2, kind: 'revision', reason: '设计变更', approver: '王主任', effectiveFrom: '2023-05' },
    ]);
    expect([page.months[3]!.planNumber, page.months[4]!.planNumber]).toEqual([1, 2]);
    expect(page.months[11]).toMatchObject({ planCumFen: wanText(1400), baselineCumFen: wanText(1200) });
  });

  test('saved on an older version shows the one that stands', async () => {
    const stale = head.call(contract.savePlan, {
      ...{ id: late, year: 2023, expectedNumber: 1, monthsFen: months(500), totalFen: wanText(1600) },
      ...{ reason: '追加', approver: '王主任' },
    });
    await expect(stale).rejects.toMatchObject({
      ...{ status: 409, code: 'plan.stale', details: { number: 2, standing: { approver: '王主任' } } },
    });
  });

  test('whose months do not add up is taken and listed with the difference', async () => {
    const saved = await clerk.call(contract.savePlan, {
      ...{ id: onPlan, year: 2023, expectedNumber: 1, monthsFen: months(150), totalFen: wanText(1200) },
      ...{ reason: '年底集中支付', approver: '王主任' },
    });
    expect(saved).toMatchObject({ differenceFen: wanText(50) });
    const { mismatches } = await clerk.call(contract.lightsBoard, {});
    expect(mismatches).toMatchObject([{ name: '西川水厂', district: '西川区', differenceFen: wanText(50) }]);
  });

  test.each([
    ['a negative month', { monthsFen: months(-1) }, 422, 'plan.month_negative'],
    ['eleven months', { monthsFen: months(1).slice(1) }, 422, 'http.invalid_input'],
  ])('with %s is refused', async (_what, over, status, code) => {
    const plan = {
      id: silent,
      year: 2023,
      expectedNumber: 1,
      totalFen: wanText(1),
      ...over,
    };
    await expect(clerk.call(contract.savePlan, plan)).rejects.toMatchObject({ status, code });
  });

  test('is not for districts to change', async () => {
    const plan = { id: late, year: 2023, expectedNumber: 2, totalFen: wanText(1), monthsFen: months(1) };
    await expect(eastFiller.call(contract.savePlan, plan)).rejects.toMatchObject({ status: 403 });
  });
});

test('the job evaluates from the evaluation day on, and what came in late the day it came', async () => {
  const job = evaluateLightsJob(city.world);
  const run = (at: string) => runIfDue(city.db, job, { now: () => new Date(at) });
  await run('2030-01-01T00:00:00Z');
  expect((await clerk.call(contract.lightsBoard, {})).month).toBe('2023-04');
  city.on('2023-06-10');
  await run('2030-01-01T02:00:00Z');
  expect(await clerk.call(contract.lightsBoard, {})).toMatchObject({
    month: '2023-05',
    total: { lights: { grey: 3 } },
  });
  await westFiller.call(contract.saveReport, {
    ...{ id: onPlan, month: '2023-05', expectedNumber: 0, cumFen: wanText(500), started: true },
  });
  city.on('2023-06-12');
  const seen = { id: onPlan, month: '2023-05', reportNumber: 1, expectedNumber: 0 } as const;
  await clerk.call(contract.verifyReport, seen);
  await run('2030-01-01T04:00:00Z');
  const days = ['2023-06-11', '2023-06-12'] as const;
  const boards = await Promise.all(days.map((asOf) => clerk.call(contract.lightsBoard, { asOf })));
  expect(boards.map(({ total }) => total.lights.green)).toEqual([0, 1]);
});
