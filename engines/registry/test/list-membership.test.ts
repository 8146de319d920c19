import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addToList,
  applyListImport,
  judgeEntry,
  listAsOf,
  listSummaries,
  type ProjectId,
  recordStatistics,
  removeFromList,
  responsibilityGaps,
  statisticsStates,
} from '../index.ts';
import { rowsOf, second } from './support/a-record.ts';
import { openTestCity, type TestCity } from './support/city.ts';

describe('lists of 2023', () => {
  let city: TestCity;
  let ids: ProjectId[];
  beforeAll(async () => {
    city = await openTestCity();
    const rows = rowsOf(
      { lists: ['key'] },
      { ...second, lists: ['key'], fundSource: '地方专项债券', leader: null, secretary: null },
    );
    ids = (
      await city.act((one) => applyListImport(one, { year: 2023, source: { fileName: '清单.xlsx' }, rows }))
    ).rows.map((row) => row.projectId);
  });
  afterAll(() => city?.drop());

  const entry = (index: number, list: string) => ({ projectId: ids[index]!, list, year: 2023 });

  test.each([
    [0, 'large', 'met'],
    [1, 'large', 'not-met'],
    [0, 'funded', 'not-met'],
    [1, 'funded', 'met'],
    [0, '重点项目', 'no-rule'],
  ] as const)('project %i for %s: %s, with every condition', async (index, list, result) => {
    const verdict = await city.act((one) => judgeEntry(one, entry(index, list)));
    expect(verdict.result).toBe(result);
  });

  test('who meets the rule enters by the rule; who does not needs reason and approver', async () => {
    const march = city.on('2023-03-01');
    expect(await march.act((one) => addToList(one, entry(0, 'large')))).toMatchObject({
      change: 'added',
      onDay: '2023-03-01',
    });
    await expect(march.act((one) => addToList(one, entry(0, 'large')))).rejects.toMatchObject({
      code: 'list.already_on',
    });
    for (const half of [{}, { reason: '重点扶持' }, { approver: '赵主任' }]) {
      await expect(
        march.act((one) => addToList(one, { ...entry(1, 'large'), ...half })),
      ).rejects.toMatchObject({
        code: 'list.rule_not_met',
      });
    }
    await march.act((one) =>
      addToList(one, { ...entry(1, 'large'), reason: '重点扶持', approver: '赵主任' }),
    );
    const listed = await march.act((one) => listAsOf(one, { list: 'large', year: 2023, asOf: '2023-03-01' }));
    expect(listed.map(({ number, basis, verdict, approver }) => [number, basis, verdict, approver])).toEqual([
      ['XC23-001', 'rule', 'met', null],
      ['XC23-002', 'exception', 'not-met', '赵主任'],
    ]);
  });

  test('a removal is dated and reasoned, and the day before still shows the project', async () => {
    const removal = { ...entry(1, 'large'), onDay: '2023-07-01', reason: '投资额下调' } as const;
    const july = city.on('2023-07-01');
    await expect(july.act((one) => removeFromList(one, { ...removal, reason: '' }))).rejects.toMatchObject({
      code: 'list.removal_needs_reason',
    });
    await expect(
      july.act((one) => removeFromList(one, { ...removal, onDay: '2023-02-01' })),
    ).rejects.toMatchObject({
      code: 'list.removed_before_entry',
    });
    await july.act((one) => removeFromList(one, removal));
    await expect(july.act((one) => removeFromList(one, removal))).rejects.toMatchObject({
      code: 'list.not_on',
    });
    const sizes = async (asOf: '2023-02-28' | '2023-06-30' | '2023-07-01') =>
      (await city.act((one) => listSummaries(one, 2023, asOf))).map((one) => [
        one.list.id,
        one.projects,
        one.contested,
      ]);
    expect(await sizes('2023-02-28')).toEqual([
      ['key', 2, 0],
      ['large', 0, 0],
      ['funded', 0, 0],
    ]);
    expect(await sizes('2023-06-30')).toEqual([
      ['key', 2, 0],
      ['large', 2, 1],
      ['funded', 0, 0],
    ]);
    expect(await sizes('2023-07-01')).toEqual([
      ['key', 2, 0],
      ['large', 1, 0],
      ['funded', 0, 0],
    ]);
  });

  test('a later workbook leaves alone what entered by rule or exception', async () => {
    const rows = rowsOf({ lists: ['key', 'funded'] }, { ...second, lists: ['funded'] });
    const result = await city
      .on('2023-08-01')
      .act((one) => applyListImport(one, { year: 2023, source: { fileName: '调整.xlsx' }, rows }));
    expect(
      result.memberships.map(({ projectId, listId, change }) => [ids.indexOf(projectId), listId, change]),
    ).toEqual([
      [0, 'funded', 'added'],
      [1, 'funded', 'added'],
      [1, 'key', 'removed'],
    ]);
  });

  test('every project in scope of a responsibility has a holder or is a gap', async () => {
    const fresh = await openTestCity();
    const rows = rowsOf(
      {},
      { ...second, name: '乙', code: null, leader: null, lists: ['key'] },
      { ...second, name: '丙', code: null, secretary: null, totalFen: 10_000_000_000n, lists: [] },
      { ...second, name: '丁', code: null, secretary: null, totalFen: null, lists: [] },
    );
    await fresh.act((one) => applyListImport(one, { year: 2023, source: { fileName: '清单.xlsx' }, rows }));
    const gaps = await fresh.act((one) => responsibilityGaps(one, 2023));
    expect(gaps.map(({ project, name, result }) => [project, name, result])).toEqual([
      ['乙', '包保领导', 'missing'],
      ['丙', '服务秘书', 'missing'],
      ['丁', '服务秘书', 'unknown'],
    ]);
    await fresh.drop();
  });

  test('statistics: who has begun and is not entered is 应统未统', async () => {
    const states = async (asOf: '2023-05-01' | '2023-06-30', started = new Set<ProjectId>()) =>
      (await city.act((one) => statisticsStates(one, { asOf, started }))).map((one) => one.state);
    expect(await states('2023-05-01')).toEqual(['due', 'not-yet']);
    expect(await states('2023-05-01', new Set([ids[1]!]))).toEqual(['due', 'due']);
    const fact = {
      projectId: ids[0]!,
      entered: true,
      enteredOn: '2023-05-20',
      statedOn: '2023-06-05',
      source: '5月月报',
    } as const;
    expect(await city.act((one) => recordStatistics(one, [fact]))).toBe(1);
    expect(await city.act((one) => recordStatistics(one, [fact]))).toBe(0);
    expect(await states('2023-05-01')).toEqual(['due', 'not-yet']);
    expect(await states('2023-06-30')).toEqual(['entered', 'not-yet']);
  });
});
