import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standingReports } from '#engines/indicators';
import { projectIndex } from '#engines/registry';
import type { Month } from '#kernel/month';
import { readWorkbook } from '#sheets';
import {
  type DemonstrationCity,
  demonstrationCity,
  type Person,
} from '../../bulletins/test/demonstration-city.ts';
import * as intake from '../../intake/contract.ts';

const month: Month = '2023-08';

let city: DemonstrationCity;
let clerk: Person;
let bytes: Buffer;
let names: string[];

/** An office's own table: two header rows, amounts in 亿元, a column that adds up, a total, and a second sheet. */
async function ownTemplate(projects: readonly string[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('八月');
  sheet.addRow(['重点项目月报']);
  sheet.addRow(['序号', '项目名称', '完成投资（亿元）', null, '是否开工', '形象进度', '备注']);
  sheet.addRow([null, null, '本月', '本年累计']);
  for (const area of ['A1:G1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3', 'G2:G3']) sheet.mergeCells(area);
  for (const [at, name] of projects.entries())
    sheet.addRow([at + 1, name, 9, 99, '否', '旧的进度', '留着']).getCell(4).numFmt = '0.0000';
  const last = sheet.rowCount;
  sheet.addRow([
    '合计',
    null,
    { formula: `SUM(C4:C${last})`, result: 0 },
    { formula: `SUM(D4:D${last})`, result: 0 },
  ]);
  book.addWorksheet('汇总').addRow(['全年', { formula: `'八月'!D${last + 1}`, result: 0 }]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

beforeAll(async () => {
  city = await demonstrationCity();
  clerk = await city.person('keyuan');
  names = await city.inCity(async (one) => {
    const reported = new Set(
      (await standingReports(one, { first: month, last: month })).map((r) => r.subjectId),
    );
    const index = await projectIndex(one, 2023);
    return index
      .filter(({ projectId }) => reported.has(projectId))
      .map(({ name }) => name)
      .slice(0, 3);
  });
  bytes = await ownTemplate([...names, '从没听说过的项目']);
}, 180_000);
afterAll(() => city?.close());

describe('an office’s own workbook', () => {
  test('takes over the values of the city; unknown rows stay and are listed, formulas and the rest stay', async () => {
    const { fileId, name } = await clerk.call(intake.takeTemplate, {
      file: { name: '自己的表.xlsx', bytes },
    });
    const ask = { fileId, month, standing: 'reported' } as const;
    const view = await clerk.call(intake.viewTemplate, ask);
    expect(view).toMatchObject({ fileName: name, filled: 3, cells: 12, kept: [], silent: [], sums: [] });
    expect(view.unknown).toEqual([{ sheet: '八月', row: 7, name: '从没听说过的项目' }]);
    expect(view.columns.map(({ field }) => field)).toEqual(['monthFen', 'cumFen', 'started', 'progress']);

    const file = await clerk.call(intake.fillTemplate, ask);
    expect(file.name).toBe('自己的表（填入2023年8月）.xlsx');
    const [sheet, sums] = (await readWorkbook(file.bytes, { name: file.name })).sheets;
    const cell = (row: number, column: number) => sheet?.rows.get(row)?.cells.get(column);
    const reports = await city.inCity(async (one) => {
      const ids = new Map((await projectIndex(one, 2023)).map((p) => [p.name, p.projectId as string]));
      const standing = await standingReports(one, { first: month, last: month });
      return names.map((project) => standing.find(({ subjectId }) => subjectId === ids.get(project)));
    });
    for (const [at, report] of reports.entries()) {
      expect(Number(cell(at + 4, 3)?.text ?? '')).toBeCloseTo(Number(report?.monthFen) / 1e10, 12);
      expect(cell(at + 4, 4)?.format).toBe('0.0000');
      expect(cell(at + 4, 6)?.text ?? null).toBe(report?.progressText ?? null);
      expect(cell(at + 4, 7)?.text).toBe('留着');
    }
    expect([3, 4, 5, 6].map((column) => cell(7, column)?.text)).toEqual(['9', '99', '否', '旧的进度']);
    expect(cell(8, 4)?.formula).toBe('SUM(D4:D7)');
    expect(sums?.rows.get(1)?.cells.get(2)?.formula).toBe("'八月'!D8");
    expect(sheet?.merges).toHaveLength(7);
  });

  test('may be one that came in before', async () => {
    const { importId } = (
      await clerk.call(intake.takeWorkbook, {
        ...{ kind: 'reports', year: 2023, month, sender: '甘井子区' },
        file: { name: '来文.xlsx', bytes },
      })
    ).run;
    expect(importId).toBeTruthy();
    const { files } = await clerk.call(intake.listTemplates, {});
    expect(files[0]).toMatchObject({ fileName: '来文.xlsx', month, sender: '甘井子区' });
  });

  test('says where the city has nothing to put', async () => {
    const { fileId } = await clerk.call(intake.takeTemplate, { file: { name: '表.xlsx', bytes } });
    const view = await clerk.call(intake.viewTemplate, { fileId, month: '2023-12', standing: 'reported' });
    expect(view).toMatchObject({ filled: 0, cells: 0 });
    expect(view.silent.map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ['a CSV file', '表.csv', Buffer.from('项目名称,本月完成\n甲,1\n'), 'sheets.not_fillable'],
    ['no workbook', '表.xlsx', Buffer.from('%PDF-1.4'), 'sheets.not_a_workbook'],
  ])('is refused if it is %s', async (_what, name, content, code) => {
    const taken = clerk.call(intake.takeTemplate, { file: { name, bytes: content } });
    await expect(taken).rejects.toMatchObject({ code });
  });

  test('is for those who work with workbooks, each with what it may see', async () => {
    const [filler, leader] = [await city.person('qutianbao'), await city.person('lingdao')];
    const { fileId } = await clerk.call(intake.takeTemplate, { file: { name: '表.xlsx', bytes } });
    const ask = { fileId, month, standing: 'reported' } as const;
    await expect(leader.call(intake.viewTemplate, ask)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(filler.call(intake.viewTemplate, ask)).rejects.toMatchObject({ code: 'files.not_found' });
    const own = await filler.call(intake.takeTemplate, { file: { name: '表.xlsx', bytes } });
    const view = await filler.call(intake.viewTemplate, { ...ask, fileId: own.fileId });
    expect(view.filled + view.silent.length).toBe(3);
  });
});
