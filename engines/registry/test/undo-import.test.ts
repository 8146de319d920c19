import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  applyListImport,
  countProjects,
  getProject,
  type ListImportId,
  type ListRow,
  listAsOf,
  undoImport,
  updateProject,
} from '../index.ts';
import { rowsOf, second } from './support/a-record.ts';
import { openTestCity, type TestCity } from './support/city.ts';

describe('undoing an import', () => {
  let city: TestCity;
  const load = (rows: ListRow[], on: TestCity = city) =>
    on.act((one) => applyListImport(one, { year: 2023, source: { fileName: '清单.xlsx' }, rows }));
  const undo = (importId: ListImportId) =>
    city.act((one) => undoImport(one, { importId, reason: '用错了文件' }));
  const members = (asOf: '2023-02-15' | '2023-12-31') =>
    city.act((one) => listAsOf(one, { list: 'large', year: 2023, asOf }));
  beforeEach(async () => {
    city = await openTestCity();
  });
  afterEach(() => city?.drop());

  test('takes new projects out of the library; the same workbook brings them back under their numbers', async () => {
    const first = await load(rowsOf({}, second));
    const undone = await undo(first.importId);
    expect(undone.withdrawn.map((one) => one.number)).toEqual(['XC23-001', 'XC23-002']);
    expect(undone.memberships.map((one) => one.change)).toEqual(['removed', 'removed', 'removed']);
    expect(await city.act((one) => countProjects(one))).toBe(0);
    expect(await members('2023-12-31')).toEqual([]);
    const again = await load(rowsOf(second, {}));
    expect(again.rows.map((row) => [row.number, row.outcome])).toEqual([
      ['XC23-002', 'created'],
      ['XC23-001', 'created'],
    ]);
    const view = await city.act((one) => getProject(one, again.rows[0]!.projectId));
    expect(view).toMatchObject({ withdrawn: false, code: second.code, entries: [{ year: 2023 }] });
    expect(view.holders).toHaveLength(4);
  });

  test('puts back what a correction replaced', async () => {
    const first = await load(rowsOf({}, second));
    const id = first.rows[0]!.projectId;
    const before = await city.act((one) => getProject(one, id));
    const correction = await load(
      rowsOf({
        ...{
          name: '滨海大道改造工程',
          totalFen: 1n,
          lists: ['市级重点项目'],
          leader: '周五',
          stage: '新开工',
        },
        districts: [{ code: '130902', name: '西区' }],
      }),
      city.on('2023-03-10'),
    );
    expect(correction.changed).toBe(1);
    const undone = await undo(correction.importId);
    expect(undone).toMatchObject({ withdrawn: [], restored: [{ number: 'XC23-001' }] });
    const after = await city.act((one) => getProject(one, id));
    const shown = ({ card, detail, code, districts, stage, entries, holders }: typeof before) => ({
      ...{ card, detail, code, districts, stage, entries, holders },
    });
    expect(shown(after)).toEqual(shown(before));
    expect((await members('2023-12-31')).map((one) => one.number)).toEqual(['XC23-001', 'XC23-002']);
  });

  test('is refused with names while a later import stands on it, and goes backwards one by one', async () => {
    const first = await load(rowsOf({}, second));
    const later = await load(rowsOf({ totalFen: 7n }), city.on('2023-03-10'));
    await expect(undo(first.importId)).rejects.toMatchObject({
      code: 'list_import.undo_blocked',
      details: { count: 1, names: 'XC23-001滨海大道工程' },
    });
    await undo(later.importId);
    await undo(first.importId);
    expect(await city.act((one) => countProjects(one))).toBe(0);
  });

  test('is refused while an edit on screen or something outside stands on it', async () => {
    const { importId, rows } = await load(rowsOf({}, second));
    const [projectId, otherId] = [rows[0]!.projectId, rows[1]!.projectId];
    await city.act((one) => updateProject(one, { projectId, version: 1, detail: { remark: '已现场核实' } }));
    await expect(undo(importId)).rejects.toMatchObject({
      details: { projects: [{ number: 'XC23-001', what: 'edit' }] },
    });
    const asked = city.act((one) =>
      undoImport(one, {
        ...{ importId, reason: '用错了文件' },
        dependents: async ({ entered }) =>
          entered.includes(otherId) ? [{ projectId: otherId, what: '2023年5月月报' }] : [],
      }),
    );
    await expect(asked).rejects.toMatchObject({ details: { count: 2 } });
  });

  test('is refused where another project took the name meanwhile', async () => {
    const first = await load(rowsOf({}));
    const renamed = await load(
      rowsOf({ name: '滨海快速路' }).map((row) => ({ ...row, projectId: first.rows[0]!.projectId })),
      city.on('2023-03-10'),
    );
    await load(rowsOf({ ...second, name: '滨海大道工程' }), city.on('2023-03-11'));
    await expect(undo(renamed.importId)).rejects.toMatchObject({
      details: { projects: [{ number: 'XC23-002', name: '滨海大道工程', what: 'taken' }] },
    });
  });

  test('puts back the stage and the day it was reached', async () => {
    const first = await load(rowsOf(second));
    const { importId } = await load(rowsOf({ ...second, stage: '在建' }), city.on('2023-04-01'));
    const shown = () => city.act((one) => getProject(one, first.rows[0]!.projectId));
    expect(await shown()).toMatchObject({ stage: 'building', stageSince: '2023-04-01' });
    await undo(importId);
    const view = await shown();
    expect(view).toMatchObject({
      stage: 'preparation',
      stageSince: '2023-01-01',
      entries: [{ category: '新开工' }],
    });
    expect(view.stages.map((one) => [one.to, one.basis])).toEqual([
      ['preparation', 'source'],
      ['building', 'source'],
      ['preparation', 'correction'],
    ]);
  });

  test.each([
    ['twice', 'list_import.already_undone'],
    ['of nothing', 'list_import.not_found'],
  ])('is refused %s', async (what, code) => {
    const first = await load(rowsOf({}));
    await undo(first.importId);
    const id = what === 'twice' ? first.importId : ('01900000-0000-7000-8000-000000000009' as ListImportId);
    await expect(undo(id)).rejects.toMatchObject({ code });
  });
});
