import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date';
import { type Column, csvStream, readWorkbook, type Tables, tableBytes } from '../index.ts';
import { all } from './hand-made.ts';

type Project = {
  name: string;
  totalFen: bigint | null;
  startsOn: PlainDate | undefined;
  rate: number | null;
};

const columns: Column<Project>[] = [
  { title: '项目名称', kind: 'text', width: 40, value: (row) => row.name },
  { title: '总投资', group: '投资', kind: 'money', unit: '万元', value: (row) => row.totalFen },
  { title: '总投资', group: '投资', kind: 'money', unit: '亿元', digits: 4, value: (row) => row.totalFen },
  { title: '开工', kind: 'date', value: (row) => row.startsOn },
  { title: '完成率', kind: 'percent', value: (row) => row.rate },
  { title: '序号', kind: 'number', value: () => 7n },
];

const projects: Project[] = [
  { name: '金州湾国际机场', totalFen: 123_456_789_012n, startsOn: '2023-05-06', rate: 0.1234 },
  { name: '=HYPERLINK("http://x","点我")', totalFen: -150n, startsOn: '1899-12-31', rate: 0 },
  { name: '', totalFen: null, startsOn: undefined, rate: null },
];

async function readBack(tables: Tables) {
  const bytes = await tableBytes(tables);
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return { book, workbook: await readWorkbook(bytes, { name: '清单.xlsx' }) };
}

describe('a table as a workbook', () => {
  test('holds title, note, header in two rows, and values of their kind', async () => {
    const table = { sheet: '清单', title: '市级重点项目', note: '截至 2023-06-30', columns, rows: projects };
    const { book, workbook } = await readBack([table]);
    const [sheet] = workbook.sheets;
    const lines = [...(sheet?.rows.values() ?? [])].map((row) =>
      [...row.cells.values()].map((cell) => cell.text),
    );
    expect(lines).toEqual([
      ['市级重点项目'],
      ['截至 2023-06-30'],
      ['项目名称', '投资', '开工', '完成率', '序号'],
      ['总投资（万元）', '总投资（亿元）'],
      ['金州湾国际机场', '123456.789012', '12.3456789012', '2023-05-06', '0.1234', '7'],
      ['=HYPERLINK("http://x","点我")', '-0.00015', '-0.000000015', '1899-12-31', '0', '7'],
      ['7'],
    ]);
    expect(sheet?.merges).toHaveLength(7);
    expect([...(sheet?.rows.get(5)?.cells.values() ?? [])].map((cell) => [cell.kind, cell.format])).toEqual([
      ['text', '@'],
      ['number', '#,##0.00'],
      ['number', '#,##0.0000'],
      ['date', 'yyyy-mm-dd'],
      ['number', '0.0%'],
      ['number', '#,##0'],
    ]);
    expect(book.worksheets[0]?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    expect(book.worksheets[0]?.autoFilter).toBe('A4:F7');
    expect(book.worksheets[0]?.getColumn(1).width).toBe(40);
  });

  test('never holds a formula that came in as text', async () => {
    const rows = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '-'];
    const { workbook } = await readBack([
      { sheet: 's', columns: [{ title: 't', kind: 'text', value: (row: string) => row }], rows },
    ]);
    const cells = [...(workbook.sheets[0]?.rows.values() ?? [])]
      .slice(1)
      .flatMap((row) => [...row.cells.values()]);
    expect(cells.map((cell) => [cell.kind, cell.text, cell.formula])).toEqual(
      rows.map((text) => ['text', text, undefined]),
    );
  });

  test('has a sheet per table, with names that programs accept', async () => {
    const one = (sheet: string) => ({ sheet, columns: columns.slice(0, 1), rows: projects });
    const { workbook } = await readBack([
      one('甲/乙'),
      one('甲 乙'),
      one(''),
      one('长'.repeat(40)),
      one("'A'"),
    ]);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([
      '甲 乙',
      '甲 乙(2)',
      '表',
      '长'.repeat(31),
      'A',
    ]);
  });

  test('takes any text and gives it back, but for what XML cannot hold', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('_x000D_', '_x005F_', 'a&b<c>"d', ' 前后 '),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (rows) => {
        const column: Column<string> = { title: 't', kind: 'text', value: (row) => row };
        const { workbook } = await readBack([{ sheet: 's', columns: [column], rows }]);
        const [sheet] = workbook.sheets;
        const back = rows.map((_, index) => sheet?.rows.get(index + 2)?.cells.get(1)?.text ?? '');
        const kept = rows.map((row) =>
          row
            .toWellFormed()
            .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
            .replace(/\r\n?/g, '\n'),
        );
        expect(back).toEqual(kept);
      }),
      { numRuns: 60 },
    );
  });

  test('a failing source of rows fails the workbook', async () => {
    async function* rows(): AsyncGenerator<Project> {
      yield* projects;
      throw new Error('source gone');
    }
    await expect(tableBytes([{ sheet: 's', columns, rows: rows() }])).rejects.toThrow('source gone');
  });
});

describe('a table as CSV', () => {
  test('has the mark of UTF-8, units in the header and guarded texts', async () => {
    const text = (await all(csvStream({ sheet: '清单', title: '不在其中', columns, rows: projects }))).join(
      '',
    );
    expect(text.split('\r\n')).toEqual([
      '\ufeff项目名称,总投资（万元）,总投资（亿元）,开工,完成率,序号',
      '金州湾国际机场,123456.789012,12.3456789012,2023-05-06,12.3%,7',
      `"'=HYPERLINK(""http://x"",""点我"")",-0.00015,-0.000000015,1899-12-31,0.0%,7`,
      ',,,,,7',
      '',
    ]);
  });

  test('is read again as it was written', async () => {
    const line = fc.record({
      a: fc.string({ unit: 'grapheme' }),
      b: fc.string({ unit: fc.constantFrom('=', '-', '"', ',', '\n', '1') }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (rows) => {
        const both: Column<{ a: string; b: string }>[] = [
          { title: '甲', kind: 'text', value: (row) => row.a },
          { title: '乙', kind: 'text', value: (row) => row.b },
        ];
        const pieces = await all(csvStream({ sheet: 's', columns: both, rows }));
        const [sheet] = (await readWorkbook(Buffer.from(pieces.join('')), { name: 's.csv' })).sheets;
        const back = rows.map((_, index) => ({
          a: sheet?.rows.get(index + 2)?.cells.get(1)?.text ?? '',
          b: sheet?.rows.get(index + 2)?.cells.get(2)?.text ?? '',
        }));
        expect(back).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });
});
