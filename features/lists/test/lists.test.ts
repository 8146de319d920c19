import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectId } from '#engines/registry';
import { readWorkbook } from '#sheets';
import { aCity, aProject, type Person, type TestCity, yi } from '../../projects/test/support/a-city.ts';
import * as contract from '../contract.ts';
import { verdictWords } from '../domain/verdict-words.ts';

let city: TestCity;
let clerk: Person;
let east: Person;
let west: Person;
let big: ProjectId;
let small: ProjectId;

const list = { list: 'yearly', year: 2023 } as const;

beforeAll(async () => {
  city = await aCity();
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  east = await city.person('east', { role: 'district-filler', orgId: city.orgs.east });
  west = await city.person('west', { role: 'district-filler', orgId: city.orgs.west });
  big = (await aProject(clerk, '大项目', city.orgs.east)).projectId;
  const tiny = {
    detail: { totalFen: '100000000' },
    entry: { year: 2023, category: '在建', totalFen: '100000000' },
  };
  small = (await aProject(clerk, '小项目', city.orgs.east, tiny)).projectId;
});
afterAll(() => city.close());

describe('putting a project on a list', () => {
  test('is the coordinator’s, and by the rule it needs no reason', async () => {
    const entry = { ...list, projectId: big, fromOn: '2023-03-01' as const };
    await expect(east.call(contract.putOnList, entry)).rejects.toMatchObject({ code: 'access.denied' });
    await clerk.call(contract.putOnList, entry);
    await expect(clerk.call(contract.putOnList, entry)).rejects.toMatchObject({ code: 'list.already_on' });
    const { rows } = await clerk.call(contract.listMembers, list);
    expect(rows).toMatchObject([
      {
        name: '大项目',
        basis: 'rule',
        verdict: 'met',
        lines: [{ demand: '总投资不低于2,000万元', found: '20,000万元', result: 'met', clause: 'SC24-01' }],
      },
    ]);
  });

  test('against the rule needs a reason and an approver, who is somebody else', async () => {
    const entry = { ...list, projectId: small };
    await expect(clerk.call(contract.putOnList, entry)).rejects.toMatchObject({
      status: 422,
      code: 'list.rule_not_met',
      details: { rule: '总投资2000万元及以上', parts: [{ field: 'totalFen', result: 'not-met' }] },
    });
    const byOneself = { ...entry, reason: '民生工程', approver: 'clerk同志' };
    await expect(clerk.call(contract.putOnList, byOneself)).rejects.toMatchObject({
      code: 'access.same_person',
    });
    await clerk.call(contract.putOnList, { ...byOneself, approver: '李主任' });
    const { rows } = await clerk.call(contract.listMismatches, { year: 2023 });
    expect(rows).toMatchObject([
      { name: '小项目', list: '年度项目', basis: 'exception', approver: '李主任' },
    ]);
  });

  test('and the figures it was judged by stay within the scope', async () => {
    const mine = await east.call(contract.listMembers, list);
    const others = await west.call(contract.listMembers, list);
    expect(mine.rows[0]).toMatchObject({ name: '大项目', totalFen: yi(2), lines: [{ found: '20,000万元' }] });
    expect(others.rows[0]).toMatchObject({ name: '大项目', totalFen: null, lines: [{ found: null }] });
    expect(others.mayEdit).toBe(false);
  });
});

test('a list can be shown as of any day', async () => {
  await clerk.call(contract.takeOffList, {
    ...{ ...list, projectId: big, onDay: '2023-06-05' },
    ...{ reason: '调出', approver: '李主任' },
  });
  const on = async (asOf: '2023-02-28' | '2023-03-01' | '2023-06-04' | '2023-06-05') =>
    (await clerk.call(contract.listMembers, { ...list, asOf })).rows.map((row) => row.name);
  expect(await on('2023-02-28')).toEqual([]);
  expect(await on('2023-03-01')).toEqual(['大项目']);
  expect(await on('2023-06-04')).toEqual(['大项目']);
  expect(await on('2023-06-05')).toEqual([]);
  const count = async (asOf: '2023-06-04' | '2023-06-10') =>
    (await clerk.call(contract.yearLists, { year: 2023, asOf })).lists;
  expect(await count('2023-06-04')).toMatchObject([{ id: 'yearly', projects: 1, contested: 0 }]);
  expect(await count('2023-06-10')).toMatchObject([{ id: 'yearly', projects: 1, contested: 1 }]);
  const groups = await city.asOwner(
    `select from_on::text, to_on::text from city.subject_group where subject_id = $1 and group_kind = 'list'`,
    [big],
  );
  expect(groups).toEqual([{ from_on: '2023-03-01', to_on: '2023-06-05' }]);
});

test.each([
  ['no reason', { reason: '' }, 'http.invalid_input'],
  ['a day before the entry', { onDay: '2023-01-01' }, 'list.removed_before_entry'],
  ['a day of another year', { onDay: '2024-01-01' }, 'list.day_outside_year'],
  ['oneself for approver', { approver: 'clerk同志' }, 'access.same_person'],
  ['a list that is not there', { list: '没有的清单' }, 'list.unknown'],
] as const)('taking off with %s is refused', async (_what, change, code) => {
  const off = { ...list, projectId: small, reason: '调出', approver: '李主任', ...change };
  await expect(clerk.call(contract.takeOffList, off)).rejects.toMatchObject({ code });
});

test('the exported list is the one shown, and leaves its row', async () => {
  const shown = await clerk.call(contract.listMembers, list);
  const file = await clerk.call(contract.exportList, list);
  expect(file.name).toBe('2023年年度项目_三川_2023-06-10.xlsx');
  const [sheet] = (await readWorkbook(file.bytes, { name: file.name })).sheets;
  const rows = [...sheet!.rows.values()].map((row) => [...row.cells.values()].map((cell) => cell.text));
  const head = rows.findIndex((row) => row[0] === '编号');
  expect(rows.slice(head + 1).map((row) => row[1])).toEqual(shown.rows.map((row) => row.name));
  const kept = await city.asOwner(`select details from city.audit where action = 'list.export'`);
  expect(kept).toMatchObject([{ details: { year: 2023, projects: 1 } }]);
});

describe('a condition in words', () => {
  const nameOf = (_field: string, id: string) => (id === 'key' ? '市级重点' : id);
  test.each([
    [
      { field: 'totalFen', op: 'gte', value: '1亿元', actual: '9999999999', result: 'not-met' },
      '总投资不低于10,000万元',
      '9,999.999999万元',
    ],
    [
      { field: 'lists', op: 'includes', value: 'key', actual: ['key', 'large'], result: 'met' },
      '所在清单包括市级重点',
      '市级重点、large',
    ],
    [{ field: 'fundSource', op: 'present', result: 'unknown' }, '资金来源已填写', null],
    [
      {
        field: 'category',
        op: 'in',
        value: ['在建', '新开工'],
        actual: '在建',
        negated: true,
        result: 'met',
      },
      '并非类别属于在建、新开工',
      '在建',
    ],
  ] as const)('%j', (part, demand, found) => {
    const [line] = verdictWords({ parts: [part] }, { withinScope: true, nameOf });
    expect(line).toMatchObject({ demand, found, result: part.result });
  });
});
