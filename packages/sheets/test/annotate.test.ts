import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import {
  annotateWorkbook,
  type Finding,
  findingsSheetName,
  findingsTable,
  readWorkbook,
  tableBytes,
  type Workbook,
} from '../index.ts';
import { handMade } from './hand-made.ts';

const wrong: Finding = {
  sheet: '表一',
  row: 2,
  cell: 'B2',
  kind: 'error',
  message: '第 2 行「总投资」读作「abc」，不是金额。',
  remedy: '请填写数字，例如 12,500。',
  column: '总投资',
};
const doubtful: Finding = {
  ...wrong,
  kind: 'warning',
  message: '与上月不符。',
  remedy: '请核对。',
  column: undefined,
};

function cellsOf(workbook: Workbook) {
  return workbook.sheets
    .filter((sheet) => sheet.name !== findingsSheetName)
    .flatMap((sheet) => [...sheet.rows.values()].flatMap((row) => [...row.cells.values()]))
    .map(({ ref, kind, text, formula }) => ({ ref, kind, text, formula }))
    .filter((cell) => cell.text !== '' || cell.formula !== undefined);
}

async function marked(bytes: Uint8Array, findings: readonly Finding[], name = '六月.xlsx') {
  const copy = await annotateWorkbook(bytes, findings, { name });
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(copy).buffer);
  return { copy, book, read: await readWorkbook(copy, { name }) };
}

const sample = () =>
  handMade({
    data: `<row r="1"><c r="A1" t="str"><v>名称</v></c><c r="B1" t="str"><v>总投资</v></c></row>
      <row r="2"><c r="A2" s="1"><v>1.5</v></c><c r="B2" s="1" t="str"><v>abc</v></c><c r="C2" s="1"><f>A2*2</f><v>3</v></c></row>
      <row r="3"><c r="A3" s="1" t="str"><v>合并</v></c><c r="B3" s="1"/></row>`,
    after: '<mergeCells><mergeCell ref="A3:B3"/></mergeCells>',
    xfs: ['<xf/>', '<xf numFmtId="4" fontId="0"/>'],
    comments: '<comment ref="B2" authorId="0"><text><t>原批注</t></text></comment>',
  });

describe('a corrected copy', () => {
  test('keeps content, formulas and merged cells, and marks only what was found', async () => {
    const before = await sample();
    const { book, read } = await marked(before, [wrong, doubtful]);
    expect(cellsOf(read)).toEqual(cellsOf(await readWorkbook(before, { name: '六月.xlsx' })));
    expect(read.sheets[0]?.merges).toEqual([{ fromRow: 3, fromColumn: 1, toRow: 3, toColumn: 2 }]);
    expect(read.sheets[0]?.rows.get(2)?.cells.get(2)?.comment).toBe(
      '原批注\n【检查】错误：第 2 行「总投资」读作「abc」，不是金额。\n处理：请填写数字，例如 12,500。\n提醒：与上月不符。\n处理：请核对。',
    );
    const colour = (ref: string) => {
      const { fill } = book.worksheets[0]!.getCell(ref);
      return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
    };
    expect([colour('B2'), colour('A2'), colour('C2')]).toEqual(['FFFDECEB', undefined, undefined]);
  });

  test('lists every finding with a link, the ones without a cell too', async () => {
    const whole: Finding = { ...wrong, sheet: '不在此表', row: 0, cell: undefined, column: undefined };
    const row: Finding = { ...doubtful, row: 3, cell: undefined };
    const merged: Finding = { ...doubtful, row: 3, cell: 'B3' };
    const { read } = await marked(await sample(), [wrong, whole, row, merged]);
    const list = read.sheets.find((sheet) => sheet.name === findingsSheetName);
    const lines = [3, 4, 5, 6].map((number) =>
      [1, 2, 3, 4, 5, 6, 7].map((column) => list?.rows.get(number)?.cells.get(column)?.text ?? ''),
    );
    expect(lines).toEqual([
      ['1', '错误', '表一', '2', 'B2', '总投资', 'abc'],
      ['2', '错误', '不在此表', '', '', '', ''],
      ['3', '提醒', '表一', '3', 'A3', '', ''],
      ['4', '提醒', '表一', '3', 'B3', '', '合并'],
    ]);
    expect(list?.rows.get(3)?.cells.get(5)?.formula).toBe(`HYPERLINK("#'表一'!B2","B2")`);
  });

  test('sent again and checked again, the old marks are gone', async () => {
    const first = await marked(await sample(), [wrong]);
    const second = await marked(first.copy, [{ ...doubtful, row: 1, cell: 'A1' }]);
    const names = second.read.sheets.map((sheet) => sheet.name);
    expect(names).toEqual(['表一', findingsSheetName]);
    const [sheet] = second.read.sheets;
    expect(sheet?.rows.get(2)?.cells.get(2)?.comment).toBe('原批注');
    expect(sheet?.rows.get(1)?.cells.get(1)?.comment).toContain('提醒：与上月不符。');
    expect(second.book.worksheets[0]?.getCell('B2').fill).toMatchObject({ pattern: 'none' });
  });

  test('of a CSV file is a workbook', async () => {
    const name = '金普新区二〇二三年六月份市级重点项目建设进展情况统计调度明细表.csv';
    const bytes = Buffer.from('名称,总投资\n=1+1,abc\n');
    const [source] = (await readWorkbook(bytes, { name })).sheets;
    const { read } = await marked(bytes, [{ ...wrong, sheet: source?.name ?? '' }], name);
    expect(read.format).toBe('xlsx');
    expect(cellsOf(read).map((cell) => cell.text)).toEqual(['名称', '总投资', '=1+1', 'abc']);
    expect(read.sheets[0]?.rows.get(2)?.cells.get(2)?.comment).toContain('错误');
  });

  test('may be had as the list alone', async () => {
    const findings = [wrong, { ...doubtful, row: 0, cell: undefined }];
    const [sheet] = (await readWorkbook(await tableBytes([findingsTable(findings)]), { name: '清单.xlsx' }))
      .sheets;
    const last = [...(sheet?.rows.get(4)?.cells.values() ?? [])].map((cell) => cell.text);
    expect([sheet?.name, last]).toEqual([findingsSheetName, ['提醒', '表一', '与上月不符。', '请核对。']]);
  });

  test('is refused for a file beyond the limits of copying', async () => {
    const copy = annotateWorkbook(await sample(), [wrong], { name: '六月.xlsx', limits: { cells: 3 } });
    await expect(copy).rejects.toMatchObject({ code: 'sheets.too_many' });
  });
});

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'workbooks');
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.xlsx')) : [];

test.skipIf(files.length === 0)(
  'the sample workbooks (../shared/data/workbooks) keep every value',
  async () => {
    for (const file of files) {
      const bytes = readFileSync(join(folder, file));
      const before = await readWorkbook(bytes, { name: file });
      const sheet = before.sheets.at(-1)?.name ?? '';
      const { read } = await marked(bytes, [{ ...wrong, sheet, row: 5, cell: 'C5' }], file);
      expect(cellsOf(read), file).toEqual(cellsOf(before));
      expect(read.sheets.slice(0, -1).map((one) => one.merges.length)).toEqual(
        before.sheets.map((one) => one.merges.length),
      );
    }
  },
);
