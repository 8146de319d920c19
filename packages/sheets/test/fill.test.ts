import { describe, expect, test } from 'vitest';
import { type Fill, type FillValue, fillWorkbook, readWorkbook } from '../index.ts';
import { defaultLimits } from '../limits.ts';
import { openArchive, unpack } from '../xlsx/archive.ts';
import { handMade } from './hand-made.ts';

const xfs = [
  '<xf numFmtId="0" fontId="0"/>',
  '<xf numFmtId="14" fontId="0"/>',
  '<xf numFmtId="4" fontId="0"/>',
];

const data = [
  '<row r="1" spans="1:5"><c r="A1" t="s"><v>0</v></c></row>',
  '<row r="3" ht="30"><c r="A3" t="inlineStr"><is><t>甲</t></is></c><c r="B3" s="2"><v>1.5</v></c><c r="D3" s="1"/></row>',
  '<row r="4"/>',
  '<row r="6"><c r="B6"><f>SUM(B3:B5)</f><v>1.5</v></c><c r="C6" t="str"><f>A3</f><v>甲</v></c></row>',
].join('');

const made = (more: Parameters<typeof handMade>[0] = {}) =>
  handMade({
    data,
    strings: ['<t>表头</t>'],
    xfs,
    after: '<mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells><drawing r:id="rId9"/>',
    parts: {
      'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="c"/>',
      'xl/media/image1.png': Buffer.from([1, 2, 3]),
    },
    ...more,
  });

const at = (row: number, column: number, value: FillValue): Fill => ({ sheet: '表一', row, column, value });
const number = (literal: string): FillValue => ({ kind: 'number', literal });
const text = (words: string): FillValue => ({ kind: 'text', text: words });

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const archive = await openArchive(bytes, 'x', defaultLimits);
  const parts = new Map<string, string>();
  for (const [name, entry] of archive.parts) {
    const pieces: Buffer[] = [];
    for await (const piece of unpack(archive, entry, defaultLimits)) pieces.push(piece);
    parts.set(name, Buffer.concat(pieces).toString('latin1'));
  }
  archive.zip.close();
  return parts;
}

async function filled(bytes: Buffer, fills: readonly Fill[]) {
  const result = await fillWorkbook(bytes, fills, { name: '模板.xlsx' });
  const [sheet] = (await readWorkbook(result.bytes, { name: '模板.xlsx' })).sheets;
  const texts = [...(sheet?.rows.values() ?? [])].flatMap((row) =>
    [...row.cells.values()].map((cell) => `${cell.ref} ${cell.kind} ${cell.text}`),
  );
  return { ...result, texts, sheet };
}

describe('somebody else’s workbook with values put in', () => {
  test('has them where cells were, where none was, and in rows that were not there', async () => {
    const { texts } = await filled(await made(), [
      at(3, 2, number('12.345678')),
      at(3, 3, text('=A1&<b>')),
      at(4, 2, number('7')),
      at(5, 1, text('中间')),
      at(9, 1, text('末行')),
    ]);
    expect(texts).toEqual([
      'A1 text 表头',
      'A3 text 甲',
      'B3 number 12.345678',
      'C3 text =A1&<b>',
      'B4 number 7',
      'A5 text 中间',
      'B6 blank ',
      'C6 text 甲',
      'A9 text 末行',
    ]);
  });

  test('writes a day as a date where the cell is one, as words where it is not; blank empties a cell', async () => {
    const { sheet } = await filled(await made(), [
      at(3, 1, { kind: 'date', day: '2023-05-06' }),
      at(3, 2, { kind: 'blank' }),
      at(3, 4, { kind: 'date', day: '2023-05-06' }),
    ]);
    const cell = (column: number) => sheet?.rows.get(3)?.cells.get(column);
    expect([cell(1)?.kind, cell(1)?.text]).toEqual(['text', '2023-05-06']);
    expect(cell(2)).toBeUndefined();
    expect([cell(4)?.kind, cell(4)?.day]).toEqual(['date', '2023-05-06']);
  });

  test('counts days from 1904 where the workbook does', async () => {
    const old = await made({ workbookPr: '<workbookPr date1904="1"/>' });
    const { sheet } = await filled(old, [at(3, 4, { kind: 'date', day: '2023-05-06' })]);
    expect(sheet?.rows.get(3)?.cells.get(4)?.day).toBe('2023-05-06');
  });

  test('keeps formulas, says so, and has them calculated anew instead of showing stale sums', async () => {
    const { formulas, bytes, sheet } = await filled(await made(), [
      at(6, 2, number('99')),
      at(3, 2, number('2')),
    ]);
    expect(formulas).toEqual(['表一!B6']);
    expect(sheet?.rows.get(6)?.cells.get(2)?.formula).toBe('SUM(B3:B5)');
    const parts = await partsOf(bytes);
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<f>SUM(B3:B5)</f></c>');
    expect(parts.get('xl/workbook.xml')).toContain('</sheets><calcPr fullCalcOnLoad="1"/>');
  });

  test('leaves every other character and part as it was: looks, merged areas, charts, pictures', async () => {
    const before = await partsOf(await made());
    const { bytes } = await filled(await made(), [at(3, 2, number('2'))]);
    const after = await partsOf(bytes);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [name, content] of before) {
      if (name === 'xl/workbook.xml') continue;
      const edited = content
        .replace('<c r="B3" s="2"><v>1.5</v></c>', '<c r="B3" s="2"><v>2</v></c>')
        .replace('</f><v>1.5</v>', '</f>');
      expect(after.get(name)).toBe(edited);
    }
  });

  test.each([
    [
      'with a prefix before its elements',
      (xml: string) => xml.replace(/<(\/?)(row|c|v|f|is|t)\b/g, '<$1x:$2'),
    ],
    ['with rows and cells that do not say where they are', (xml: string) => xml.replace(/ r="[^"]*"/g, '')],
  ])('understands a sheet %s', async (_what, changed) => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>';
    const odd = await handMade({ data: changed(rows), before: '' });
    const { texts } = await filled(odd, [at(1, 2, number('20')), at(2, 3, number('30'))]);
    expect(texts).toEqual(['A1 number 1', 'B1 number 20', 'A2 number 3', 'C2 number 30']);
  });

  test('an old workbook or a CSV file is refused, since it would lose its looks', async () => {
    const csv = fillWorkbook(Buffer.from('a,b\n1,2\n'), [], { name: '月报.csv' });
    await expect(csv).rejects.toMatchObject({ code: 'sheets.not_fillable' });
  });
});
