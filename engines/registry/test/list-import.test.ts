import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  applyListImport,
  batchCounts,
  getProject,
  type ListRow,
  listAsOf,
  type ProjectId,
  projectHistory,
  projectIndex,
} from '../index.ts';
import { rowsOf, second } from './support/a-record.ts';
import { openTestCity, type TestCity } from './support/city.ts';

describe('a yearly list, corrected in March', () => {
  let city: TestCity;
  let ids: ProjectId[];
  const load = (rows: ListRow[], on: TestCity = city) =>
    on.act((one) => applyListImport(one, { year: 2023, source: { fileName: '清单.xlsx' }, rows }));
  beforeAll(async () => {
    city = await openTestCity();
    ids = (await load(rowsOf({}, second))).rows.map((row) => row.projectId);
  });
  afterAll(() => city?.drop());

  test('gives numbers in the order of the rows, and writes every part of the record', async () => {
    const view = await city.act((one) => getProject(one, ids[0]!));
    expect(view).toMatchObject({
      number: 'XC23-001',
      code: '2301-130901-04-01-000001',
      stage: 'building',
      stageName: '在建',
      batches: [{ set: 'three', batch: 'build', name: '建设一批' }],
      closed: false,
      card: { name: '滨海大道工程', industry: '交通', nature: '新建' },
      detail: { totalFen: '50000000000', uscc: '91130901MA0000001X', periodStart: '2022-06' },
      entries: [{ year: 2023, category: '在建', planYearFen: '20000000000', doneBeforeFen: '10000000000' }],
    });
    expect(view.districts.map((one) => one.name)).toEqual(['东区']);
    expect(
      view.holders.map(({ kindName, name, orgId, phone }) => [kindName, name, orgId !== null, phone]),
    ).toEqual([
      ['包保领导', '王一', false, null],
      ['牵头单位', '市交通局', true, null],
      ['责任单位', '东区政府', true, null],
      ['服务秘书', '李二', false, '138****0001'],
    ]);
  });

  test('keeps the verdict of the entry rule beside the statement of the workbook', async () => {
    const result = await load(rowsOf({}, second));
    expect(result.mismatches.map(({ number, listId, verdict }) => [number, listId, verdict.result])).toEqual([
      ['XC23-002', 'large', 'not-met'],
    ]);
    const listed = await city.act((one) =>
      listAsOf(one, { list: '亿元以上项目', year: 2023, asOf: '2023-06-30' }),
    );
    expect(listed.map(({ number, basis, verdict }) => [number, basis, verdict])).toEqual([
      ['XC23-001', 'source', 'met'],
      ['XC23-002', 'source', 'not-met'],
    ]);
    expect(listed[1]?.explanation).toMatchObject({ parts: [{ field: 'totalFen', actual: '8000000000' }] });
  });

  test('counts batches by stage and leading district', async () => {
    const lines = await city.act((one) => batchCounts(one, { year: 2023 }));
    const shown = lines.map(({ name, projects, districts }) => [
      name,
      projects,
      ...districts.map((d) => d.name),
    ]);
    expect(shown).toEqual([
      ['谋划一批', 0],
      ['前期一批', 1, '西区'],
      ['建设一批', 1, '东区'],
    ]);
  });

  test('gives reports what they are matched with', async () => {
    const index = await city.act((one) => projectIndex(one, 2023));
    expect(index.map(({ number, code, closed, category }) => [number, code, closed, category])).toEqual([
      ['XC23-001', '2301-130901-04-01-000001', false, '在建'],
      ['XC23-002', second.code, false, '新开工'],
    ]);
    expect(index[1]).toMatchObject({ totalFen: 8_000_000_000n, plannedStart: '2023-05', formerCodes: [] });
    expect(index[1]?.districts.map((one) => [one.code, one.name])).toEqual([
      ['130902', '西区'],
      [null, '港口新区'],
    ]);
    expect(await city.act((one) => projectIndex(one, 2022))).toEqual([]);
  });

  test('writes nothing for the same workbook, in whatever order', async () => {
    const result = await load(rowsOf({}, second).toReversed());
    expect(result).toMatchObject({ written: false, created: 0, changed: 0, unchanged: 2, memberships: [] });
  });

  test('turns what differs into new facts, dated', async () => {
    const result = await load(
      rowsOf({
        totalFen: 60_000_000_000n,
        lists: ['市级重点项目'],
        code: '2301-130901-04-01-000009',
        leader: '周五',
      }),
      city.on('2023-03-10'),
    );
    expect(result).toMatchObject({ written: true, created: 0, changed: 1, effectiveOn: '2023-03-10' });
    expect(result.rows[0]?.changed.toSorted()).toEqual([
      'code',
      'detail',
      'entry:2023',
      'lists:2023',
      'responsibility:leader',
    ]);
    expect(result.memberships).toEqual([
      { listId: 'large', year: 2023, projectId: ids[0], change: 'removed', onDay: '2023-03-10' },
    ]);
    expect(result.absent.map((one) => one.number)).toEqual(['XC23-002']);
    const view = await city.act((one) => getProject(one, ids[0]!));
    expect(view.codes.map(({ code, fromOn, toOn }) => [code, fromOn, toOn])).toEqual([
      ['2301-130901-04-01-000001', '2023-01-01', '2023-03-10'],
      ['2301-130901-04-01-000009', '2023-03-10', null],
    ]);
    const history = await city.act((one) => projectHistory(one, ids[0]!));
    expect(history.find((one) => one.aspect === 'entry:2023')).toMatchObject({
      before: { totalFen: '50000000000' },
      after: { totalFen: '60000000000' },
    });
  });

  test.each([
    ['2022-12-31', []],
    ['2023-01-01', ['XC23-001', 'XC23-002']],
    ['2023-03-09', ['XC23-001', 'XC23-002']],
    ['2023-03-10', ['XC23-002']],
  ] as const)('shows the list as of %s', async (asOf, expected) => {
    const listed = await city.act((one) => listAsOf(one, { list: 'large', year: 2023, asOf }));
    expect(listed.map((one) => one.number)).toEqual(expected);
  });

  test('takes nothing away where the workbook has an empty cell', async () => {
    const result = await load(
      rowsOf({ ...second, content: null, secretaryPhone: null, leader: null, lists: [], totalFen: null }),
    );
    expect(result).toMatchObject({ written: false, unchanged: 1 });
  });

  test.each([
    [
      'a place that is not in this city',
      { districts: [{ code: null, name: '别处' }] },
      'list_import.district_unknown',
    ],
    ['no place', { districts: [] }, 'list_import.no_district'],
    ['a list the pack does not know', { lists: ['别的清单'] }, 'list_import.list_unknown'],
  ])('refuses %s as a whole', async (_, over, code) => {
    await expect(
      load(rowsOf({ name: '丙', code: null }, { name: '丁', code: null, ...over })),
    ).rejects.toMatchObject({ code });
    expect((await load(rowsOf({}))).absent.map((one) => one.number)).toEqual(['XC23-002']);
  });

  test('is refused from an office that does not see the whole city', async () => {
    const { office } = await import('./support/city.ts');
    const work = city.act(
      (one) => applyListImport(one, { year: 2023, source: { fileName: 'x' }, rows: rowsOf({}) }),
      office('01900000-0000-7000-8000-000000000001'),
    );
    await expect(work).rejects.toMatchObject({ code: 'list_import.needs_city_reach' });
  });

  test('carries on in the next year with the same project and a stage that never goes back', async () => {
    const rows = rowsOf({ stage: '前期', code: '2301-130901-04-01-000009' }, { ...second, stage: '在建' });
    const next = await city
      .on('2024-01-20')
      .act((one) => applyListImport(one, { year: 2024, source: { fileName: '清单2024.xlsx' }, rows }));
    expect(next.rows.map((row) => [row.number, row.outcome])).toEqual([
      ['XC23-001', 'changed'],
      ['XC23-002', 'changed'],
    ]);
    const stages = await Promise.all(ids.map((id) => city.act((one) => getProject(one, id))));
    expect(stages.map((one) => one.stage)).toEqual(['building', 'building']);
  });
});
