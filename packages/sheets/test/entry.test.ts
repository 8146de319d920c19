import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { type Column, readWorkbook, tableBytes } from '../index.ts';

type Row = { name: string; doneFen: bigint | null };

const columns: Column<Row>[] = [
  { title: '项目名称', kind: 'text', value: (row) => row.name },
  {
    title: '本月完成',
    kind: 'money',
    unit: '万元',
    entry: { prompt: '当月数' },
    value: (row) => row.doneFen,
  },
  { title: '是否开工', kind: 'text', entry: { prompt: '选', choices: ['是', '否'] }, value: () => '' },
  { title: '开工日期', kind: 'date', entry: { prompt: '年月日' }, value: () => null },
  { title: '形象进度', kind: 'text', entry: { prompt: '一句话' }, value: () => '' },
];
const rows: Row[] = [
  { name: '甲', doneFen: null },
  { name: '乙', doneFen: 1_500_000n },
];

async function written(marks: Record<string, string> = {}) {
  const table = { sheet: '填报', title: '月报', note: '一句说明', columns, rows, frozenColumns: 1 };
  const bytes = await tableBytes([table], marks);
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return { bytes, sheet: book.worksheets[0]! };
}

describe('a table with columns to fill in', () => {
  test('locks everything but those', async () => {
    const { sheet } = await written();
    expect(Reflect.get(sheet, 'sheetProtection')).toMatchObject({ sheet: true });
    const locked = (ref: string) => sheet.getCell(ref).protection?.locked ?? true;
    expect(['A1', 'A3', 'A4', 'A5'].map(locked)).toEqual([true, true, true, true]);
    expect(['B4', 'C4', 'D4', 'E5'].map(locked)).toEqual([false, false, false, false]);
  });

  test('says what may be typed into them: numbers, choices, days; any text', async () => {
    const { sheet } = await written();
    const rule = (ref: string) => sheet.getCell(ref).dataValidation;
    expect(rule('B5')).toMatchObject({ type: 'decimal', prompt: '当月数', errorTitle: '不是数字' });
    expect(rule('C4')).toMatchObject({ type: 'list', formulae: ['"是,否"'], error: '只能填：是、否' });
    expect(rule('D4')).toMatchObject({ type: 'date', errorStyle: 'warning' });
    expect(rule('E4')?.type).toBe('any');
    expect(rule('A4')).toBeUndefined();
  });

  test('keeps header and first columns in view', async () => {
    const { sheet } = await written();
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 3, topLeftCell: 'B4' });
  });

  test('is known again by the marks it bears, and shows no sheet for them', async () => {
    const { bytes } = await written({ guatu: 'GT1;"甲"&乙;2023-05' });
    const workbook = await readWorkbook(bytes, { name: '月报.xlsx' });
    expect(workbook.marks?.get('guatu')).toBe('GT1;"甲"&乙;2023-05');
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['填报']);
  });

  test('needs no rule where it has no row', async () => {
    const bytes = await tableBytes([{ sheet: '空', columns, rows: [] }]);
    const workbook = await readWorkbook(bytes, { name: '空.xlsx' });
    expect(workbook.sheets[0]?.lastRow).toBe(1);
  });
});
