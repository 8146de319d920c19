import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectId } from '#engines/registry';
import { readWorkbook } from '#sheets';
import * as contract from '../contract.ts';
import {
  aCity,
  aProject,
  evaluateOn,
  type Person,
  planAndReport,
  type TestCity,
  yi,
} from './support/a-city.ts';

let city: TestCity;
let clerk: Person;
let east: Person;
const ids: Record<string, ProjectId> = {};

beforeAll(async () => {
  city = await aCity('2023-05-20');
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  east = await city.person('east', { role: 'district-filler', orgId: city.orgs.east });
  const make = async (name: string, district: 'east' | 'west', more: object = {}) => {
    ids[name] = (await aProject(clerk, name, city.orgs[district], more)).projectId;
  };
  await make('落后项目', 'east');
  await make('正常项目', 'east', {
    detail: { totalFen: yi(9) },
    entry: { year: 2023, category: '在建', totalFen: yi(9), planYearFen: yi(1) },
  });
  await make('未报项目', 'west');
  await make('谋划项目', 'west', { entry: { year: 2023, category: '前期', totalFen: yi(5) } });
  await planAndReport(city, ids['落后项目']!, { month: '2023-05', cumFen: 1n });
  await planAndReport(city, ids['正常项目']!, { month: '2023-05', cumFen: BigInt(yi(1)) / 2n });
  await planAndReport(city, ids['未报项目']!, { month: '2023-05', cumFen: null });
  await city.goTo('2023-06-10');
  await evaluateOn(city, '2023-06-10');
});
afterAll(() => city.close());

const namesOf = (rows: readonly { name: string }[]) => rows.map((row) => row.name);

describe('the list', () => {
  test.each([
    ['by light', { light: 'red' }, ['落后项目']],
    ['by grey', { light: 'grey' }, ['未报项目']],
    ['by what was not reported', { lacks: 'report' }, ['未报项目']],
    ['by light on a day before its evaluation', { light: 'red', asOf: '2023-06-09' }, []],
    ['by category', { category: '前期' }, ['谋划项目']],
    ['by words of the name', { text: '落后' }, ['落后项目']],
    ['by stage', { stages: ['preparation'] }, ['谋划项目']],
    ['by another year', { year: 2022 }, []],
  ] as const)('is filtered %s', async (_how, filter, names) => {
    const found = await clerk.call(contract.listProjects, {
      year: 2023,
      ...filter,
      stages: undefined,
      ...('stages' in filter ? { stages: [...filter.stages] } : {}),
    });
    expect(namesOf(found.rows)).toEqual(names);
    expect(found.total).toBe(names.length);
  });

  test('is filtered by district and to what is one’s own', async () => {
    const west = await clerk.call(contract.listProjects, { year: 2023, district: city.orgs.west });
    expect(namesOf(west.rows)).toEqual(['未报项目', '谋划项目']);
    const own = await east.call(contract.listProjects, { year: 2023, own: true });
    expect(namesOf(own.rows)).toEqual(['落后项目', '正常项目']);
  });

  test('is sorted and cut into pages by the server', async () => {
    const ask = { year: 2023, sort: 'total', descending: true, pageSize: 2 } as const;
    const first = await clerk.call(contract.listProjects, { ...ask, page: 1 });
    const second = await clerk.call(contract.listProjects, { ...ask, page: 2 });
    expect(namesOf(first.rows)).toEqual(['正常项目', '谋划项目']);
    expect(namesOf(second.rows)).toHaveLength(2);
    expect([first.total, second.total]).toEqual([4, 4]);
  });

  test('shows the light to every office, money and what was done only within the scope', async () => {
    const { rows, month, asOf } = await east.call(contract.listProjects, { year: 2023 });
    expect([asOf, month]).toEqual(['2023-06-10', '2023-05']);
    const byName = Object.fromEntries(rows.map((row) => [row.name, row]));
    expect(byName['落后项目']).toMatchObject({
      light: 'red',
      cumFen: '1',
      planYearFen: yi(1),
      withinScope: true,
    });
    expect(byName['未报项目']).toMatchObject({
      light: 'grey',
      cumFen: null,
      totalFen: null,
      withinScope: false,
    });
    expect(byName['谋划项目']).toMatchObject({ light: null, apart: '前期', planYearFen: null });
  });

  test('is summed up, the money of what is in scope', async () => {
    const all = await clerk.call(contract.projectTotals, { year: 2023 });
    expect(all).toMatchObject({
      ...{ projects: 4, counted: 4, totalFen: yi(18), planYearFen: yi(3), apart: 1 },
      lights: { red: 1, green: 1, grey: 1, yellow: 0 },
    });
    const own = await east.call(contract.projectTotals, { year: 2023 });
    expect(own).toMatchObject({ projects: 4, counted: 2, totalFen: yi(11) });
  });

  test('offers the districts, lists and stages of the city and the years that have projects', async () => {
    const choices = await east.call(contract.projectChoices, {});
    expect(choices.years).toEqual([2023]);
    expect(choices.districts.map((one) => one.name)).toEqual(['市本级', '东川区', '西川区', '港区']);
    expect(choices.lists).toEqual([{ id: 'yearly', name: '年度项目' }]);
  });
});

describe('the exported workbook', () => {
  async function read(by: Person, filter: object) {
    const file = await by.call(contract.exportProjects, { year: 2023, ...filter });
    const [sheet] = (await readWorkbook(file.bytes, { name: file.name })).sheets;
    const rows = [...sheet!.rows.values()].map((row) =>
      [...Array(sheet!.lastColumn).keys()].map(
        (at) => row.cells.get(at + 1)?.rawNumber ?? row.cells.get(at + 1)?.text ?? '',
      ),
    );
    const head = rows.findIndex((row) => row[0] === '编号');
    return { name: file.name, head: rows[head], body: rows.slice(head + 1) };
  }

  test.each([
    ['everything, the largest first', { sort: 'total', descending: true }],
    ['one light only', { light: 'red' }],
    ['nothing at all', { text: '没有这样的项目' }],
  ] as const)('holds what is shown: %s', async (_what, filter) => {
    for (const reader of [clerk, east]) {
      const shown = await reader.call(contract.listProjects, { year: 2023, ...filter });
      const { name, head, body } = await read(reader, filter);
      expect(name).toBe('项目清单_三川_2023-06-10.xlsx');
      expect(head).toEqual([
        ...[
          '编号',
          '名称',
          '地区',
          '类别',
          '阶段',
          '清单',
          '牵头单位',
          '总投资（万元）',
          '年度计划（万元）',
          '本年累计（万元）',
        ],
        ...['完成率', '灯'],
      ]);
      const amount = (fen: string | null) => (fen === null ? '' : String(Number(fen) / 1_000_000));
      const rate = (cum: string | null, plan: string | null) =>
        cum && plan ? String(Number(cum) / Number(plan)) : '';
      const lamp = { red: '红灯', yellow: '黄灯', green: '绿灯', grey: '灰灯' };
      expect(body).toEqual(
        shown.rows.map((row) => [
          ...[row.number, row.name, row.districts.map((one) => one.name).join('、'), row.category ?? ''],
          ...[row.stage.name, row.lists.map((one) => one.name).join('、'), row.leadDepts.join('、')],
          ...[
            amount(row.totalFen),
            amount(row.planYearFen),
            amount(row.cumFen),
            rate(row.cumFen, row.planYearFen),
          ],
          row.light ? lamp[row.light] : (row.apart ?? ''),
        ]),
      );
    }
  });

  test('has the columns the reader chose, in the order of the list', async () => {
    const { head, body } = await read(clerk, { light: 'red', columns: ['light', 'name', 'number'] });
    expect(head).toEqual(['编号', '名称', '灯']);
    expect(body).toEqual([[expect.stringMatching(/^SC23-/), '落后项目', '红灯']]);
  });

  test('leaves its row in the audit with the filter and the number of projects', async () => {
    await clerk.call(contract.exportProjects, { year: 2023, category: '前期' });
    const rows = await city.asOwner(
      `select details from city.audit where action = 'project.export' order by at desc limit 1`,
    );
    expect(rows).toMatchObject([{ details: { filter: { year: 2023, category: '前期' }, projects: 1 } }]);
  });
});

test('the light of a project says why, to those in scope', async () => {
  const id = ids['落后项目']!;
  const mine = await east.call(contract.projectLight, { id });
  expect(mine).toMatchObject({ month: '2023-05', overall: 'red', evaluatedOn: '2023-06-10', apart: null });
  expect(mine.why.join('')).toContain('总灯为红灯');
  expect(mine.history).toEqual([{ month: '2023-05', overall: 'red' }]);
  const west = await city.person('west', { role: 'district-filler', orgId: city.orgs.west });
  expect(await west.call(contract.projectLight, { id })).toMatchObject({
    overall: 'red',
    why: [],
    evaluationId: null,
  });
  const before = await east.call(contract.projectLight, { id, asOf: '2023-06-09' });
  expect(before).toMatchObject({ month: null, overall: null });
  const planned = await east.call(contract.projectLight, { id: ids['谋划项目']! });
  expect(planned).toMatchObject({ overall: null, apart: '前期' });
});
