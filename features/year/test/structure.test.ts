import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRollups, evaluationOf, lightHistoryOf, plansOfYear, rollupsOf } from '#engines/indicators';
import { batchCounts, getProject, listAsOf, listSummaries, type ProjectId } from '#engines/registry';
import type { Month } from '#kernel/month';
import * as contract from '../contract.ts';
import { evenMonths, type Person, wan, wanText, type YearCity, yearCity } from './a-city.ts';

let city: YearCity;
let clerk: Person;
let eastFiller: Person;
let road: ProjectId;
let parks: readonly [ProjectId, ProjectId];
let schools: readonly [ProjectId, ProjectId];
let bridge: ProjectId;

const fromMonth = '2023-06' as const;
const stated = { fromMonth, reason: '分两期建设', approver: '市政府常务会议' };

beforeAll(async () => {
  city = await yearCity();
  const building = { category: '在建', months: evenMonths } as const;
  road = await city.project('东川环路', { district: 'east', ...building });
  parks = [
    await city.project('东川湿地公园', { district: 'east', ...building }),
    await city.project('东川滨河公园', { district: 'east', ...building }),
  ];
  schools = [
    await city.project('东川一小', { district: 'east', ...building }),
    await city.project('东川二小', { district: 'east', ...building }),
  ];
  bridge = await city.project('西岭大桥', { district: 'west', ...building });
  for (const [at, id] of [road, ...parks, ...schools, bridge].entries())
    await city.verified(id, '2023-05', 450 + at);
  await city.locked('2023-05');
  city.on('2023-06-12');
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  eastFiller = await city.person('east-filler', { role: 'district-filler', org: 'east' });
}, 120_000);
afterAll(() => city?.close());

const kinds = ['city', 'district', 'category', 'list'] as const;

/** Plan and projects of every group in a month; what was done appears in sums with the month's own reports. */
async function sumsOf(month: Month) {
  return city.inCity(async (one) => {
    const groups = [];
    for (const kind of kinds)
      for (const { groupKind, groupId, sums } of await rollupsOf(one, kind, { first: month, last: month }))
        if (sums.owed > 0n)
          groups.push({ groupKind, groupId, planFen: sums.planFen, actualFen: sums.actualFen });
    return groups;
  });
}
const plannedIn2023 = () =>
  city.inCity(async (one) =>
    (await plansOfYear(one, 2023)).reduce((sum, plan) => sum + (plan.totalFen ?? 0n), 0n),
  );
const listed = () =>
  city.inCity(async (one) => {
    const summary = (await listSummaries(one, 2023, '2023-06-30')).find(({ list }) => list.id === 'yearly');
    const members = await listAsOf(one, { list: 'yearly', year: 2023, asOf: '2023-06-30' });
    return { counted: summary?.projects, apart: members.filter((member) => member.apart).length };
  });

describe('拆分', () => {
  const part = (name: string, share: number, reported: number) => ({
    name,
    totalFen: wanText(100_000 * share),
    doneBeforeFen: wanText(1_000 * share),
    planYearFen: wanText(1_200 * share),
    monthsFen: evenMonths.map((month) => wanText(month * share)),
    reportedFen: wanText(reported),
  });

  test('shows what must be divided, and from which month it may hold', async () => {
    expect(await clerk.call(contract.structureBasis, { id: road })).toMatchObject({
      ...{ fromMonth, year: 2023, reportedMonth: '2023-05', totalFen: wanText(100_000) },
      ...{ planYearFen: wanText(1_200), doneBeforeFen: wanText(1_000), reportedFen: wanText(450) },
    });
  });

  test('is refused where one fen is missing, naming what differs', async () => {
    const parts = [
      part('东川环路一期', 0.5, 225),
      { ...part('东川环路二期', 0.5, 225), totalFen: `${wan(50_000) - 1n}` as const },
    ];
    await expect(clerk.call(contract.splitProject, { id: road, ...stated, parts })).rejects.toMatchObject({
      code: 'structure.not_exact',
      details: { differences: '总投资少 0.01 元' },
    });
  });

  test('is refused for a month that was locked, and to a district', async () => {
    const parts = [part('一期', 0.5, 225), part('二期', 0.5, 225)];
    const may = { ...stated, fromMonth: '2023-05' as const };
    await expect(clerk.call(contract.splitProject, { id: road, ...may, parts })).rejects.toMatchObject({
      code: 'structure.month_evaluated',
      details: { first: '2023-06' },
    });
    await expect(
      eastFiller.call(contract.splitProject, { id: road, ...stated, parts }),
    ).rejects.toMatchObject({ code: 'access.denied' });
  });

  test('leaves every sum what it was, and every evaluation of the locked month', async () => {
    const [june, may, planned, lists] = [
      await sumsOf('2023-06'),
      await sumsOf('2023-05'),
      await plannedIn2023(),
      await listed(),
    ];
    const before = await city.inCity((one) => lightHistoryOf(one, road, '2023-12-31'));
    const parts = [part('东川环路一期', 0.25, 110), part('东川环路二期', 0.75, 340)];
    const { projectIds } = await clerk.call(contract.splitProject, { id: road, ...stated, parts });
    expect(await sumsOf('2023-06')).toEqual(june);
    expect(await sumsOf('2023-05')).toEqual(may);
    expect(await plannedIn2023()).toBe(planned);
    expect(await listed()).toEqual({ counted: lists.counted! + 1, apart: 1 });
    const after = await city.inCity((one) => lightHistoryOf(one, road, '2023-12-31'));
    expect(after).toEqual(before);
    const evaluation = await city.inCity((one) => evaluationOf(one, before[0]!.evaluationId));
    expect(evaluation?.inputs.planToMonthFen).toBe(`${wan(500)}`);
    for (const id of projectIds) await city.verified(id, '2023-06', 300);
    const june2 = (await sumsOf('2023-06')).find(({ groupKind }) => groupKind === 'city');
    expect(june2?.actualFen).toBe(wan(600));
    await city.inCity(async (one) => {
      const view = await getProject(one, road);
      expect(view.apart).toEqual({
        fromMonth,
        untilMonth: null,
        reason: '已拆分为东川环路一期、东川环路二期',
      });
      expect(view.links.map(({ kind }) => kind)).toEqual(['split-from', 'split-from']);
    });
    expect((await city.inCity((one) => checkRollups(one))).differences).toEqual([]);
  });

  test('cannot be done again', async () => {
    const parts = [part('三期', 0.5, 225), part('四期', 0.5, 225)];
    await expect(clerk.call(contract.splitProject, { id: road, ...stated, parts })).rejects.toMatchObject({
      code: 'structure.counted_elsewhere',
    });
  });
});

describe('合并', () => {
  test('of projects in different districts is refused: sums by district would move', async () => {
    const projectIds = [parks[0], bridge];
    const merge = clerk.call(contract.mergeProjects, { projectIds, name: '公园大桥', ...stated });
    await expect(merge).rejects.toMatchObject({
      code: 'structure.differs',
      details: { one: '东川湿地公园', other: '西岭大桥', what: '牵头地区' },
    });
  });

  test('adds every quantity, and leaves every sum what it was', async () => {
    const [june, planned] = [await sumsOf('2023-06'), await plannedIn2023()];
    const lists = await listed();
    const stages = await city.inCity((one) => batchCounts(one, { year: 2023 }));
    const { projectIds } = await clerk.call(contract.mergeProjects, {
      ...{ projectIds: [...parks], name: '东川城市公园', ...stated },
    });
    expect(await sumsOf('2023-06')).toEqual(june);
    expect(await plannedIn2023()).toBe(planned);
    expect(await listed()).toEqual({ counted: lists.counted! - 1, apart: lists.apart + 2 });
    const now = await city.inCity((one) => batchCounts(one, { year: 2023 }));
    expect(now.map(({ projects }) => projects)).toEqual(
      stages.map(({ projects }) => (projects === 0 ? 0 : projects - 1)),
    );
    const { entries } = await city.inCity((one) => getProject(one, projectIds[0]!));
    expect(entries).toMatchObject([
      { totalFen: wanText(200_000), planYearFen: wanText(2_400), doneBeforeFen: wanText(2_000) },
    ]);
    expect((await city.inCity((one) => checkRollups(one))).differences).toEqual([]);
  });
});

describe('打捆', () => {
  test('with the parent counting, children stay on their lists with the reason and count nowhere', async () => {
    const [june, lists] = [await sumsOf('2023-06'), await listed()];
    await clerk.call(contract.bundleProjects, {
      ...{ projectIds: [...schools], name: '东川学校打捆项目', counts: 'parent', ...stated },
    });
    expect(await sumsOf('2023-06')).toEqual(june);
    expect(await listed()).toEqual({ counted: lists.counted! - 1, apart: lists.apart + 2 });
    const view = await city.inCity((one) => getProject(one, schools[0]));
    expect(view.apart?.reason).toBe('已打捆，由上级项目东川学校打捆项目填报计数');
    expect(view.links).toMatchObject([{ kind: 'part-of', otherName: '东川学校打捆项目' }]);
  });

  test('with the children counting, it may span districts, and the parent counts nowhere', async () => {
    const [june, planned, lists] = [await sumsOf('2023-06'), await plannedIn2023(), await listed()];
    const far = await city.project('东川隧道', { district: 'east', category: '在建', months: evenMonths });
    await city.verified(far, '2023-05', 1).catch(() => undefined);
    const { projectIds } = await clerk.call(contract.bundleProjects, {
      ...{ projectIds: [far, bridge], name: '跨区通道打捆项目', counts: 'children', ...stated },
    });
    const cityJune = (sums: typeof june) => sums.find(({ groupKind }) => groupKind === 'city')?.planFen ?? 0n;
    expect(cityJune(await sumsOf('2023-06'))).toBe(cityJune(june) + wan(600));
    expect(await plannedIn2023()).toBe(planned + wan(1_200));
    expect(await listed()).toEqual({ counted: lists.counted! + 1, apart: lists.apart + 1 });
    const view = await city.inCity((one) => getProject(one, projectIds[0]!));
    expect(view.apart?.reason).toBe('打捆的上级项目，由子项目分别填报计数');
  });

  test('what was made is on the list of the year, for a district as far as it holds the projects', async () => {
    const all = await clerk.call(contract.structures, { year: 2023 });
    expect(all.structures.map(({ kind, parts }) => [kind, parts.length])).toEqual([
      ['bundle', 3],
      ['bundle', 3],
      ['merge', 3],
      ['split', 3],
    ]);
    const own = await eastFiller.call(contract.structures, { year: 2023 });
    expect(own.structures[0]?.parts.map(({ name }) => name)).not.toContain('西岭大桥');
    expect(own.mayChange).toBe(false);
  });
});
