import { describe, expect, test } from 'vitest';
import { type Cell, readWorkbook } from '../index.ts';
import { type HandMade, handMade } from './hand-made.ts';

async function cellsOf(made: HandMade): Promise<Cell[]> {
  const workbook = await readWorkbook(await handMade(made), { name: '手工.xlsx' });
  return [...(workbook.sheets[0]?.rows.values() ?? [])].flatMap((row) => [...row.cells.values()]);
}

async function cellOf(made: HandMade): Promise<Cell | undefined> {
  return (await cellsOf(made))[0];
}

const styled: HandMade = {
  formats: { 164: 'yyyy"年"m"月"', 165: '0.00"月"', 166: '[$-804]yyyy"年"m"月"d"日";@' },
  fonts: '<font/><font><strike/></font><font><strike val="0"/></font>',
  xfs: [
    '<xf numFmtId="0"/>',
    '<xf numFmtId="14"/>',
    '<xf numFmtId="164"/>',
    '<xf numFmtId="165"/>',
    '<xf numFmtId="166"/>',
    '<xf numFmtId="57"/>',
    '<xf numFmtId="0" fontId="1"/>',
    '<xf numFmtId="0" fontId="2"/>',
    '<xf numFmtId="20"/>',
  ],
};

describe('the value of a cell', () => {
  test.each<[string, string, Partial<Cell>]>([
    [
      'a number',
      '<c r="A1"><v>12.50</v></c>',
      { kind: 'number', text: '12.50', number: 12.5, rawNumber: '12.50' },
    ],
    ['binary noise', '<c><v>3.3000000000000003</v></c>', { text: '3.3', rawNumber: '3.3000000000000003' }],
    ['an exponent', '<c><v>1.2E-3</v></c>', { kind: 'number', text: '0.0012', rawNumber: '1.2E-3' }],
    [
      'text',
      '<c t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>',
      { kind: 'text', text: ' 甲 ' },
    ],
    [
      'rich inline text',
      '<c t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></is></c>',
      { text: '甲乙' },
    ],
    [
      'a phonetic run',
      '<c t="inlineStr"><is><t>大连</t><rPh sb="0" eb="1"><t>だいれん</t></rPh></is></c>',
      { text: '大连' },
    ],
    [
      'a formula text',
      '<c t="str"><f>A2&amp;"x"</f><v>甲x</v></c>',
      { kind: 'text', text: '甲x', formula: 'A2&"x"' },
    ],
    ['a boolean', '<c t="b"><v>1</v></c>', { kind: 'boolean', text: 'TRUE', boolean: true }],
    [
      'an error',
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      { kind: 'error', error: '#DIV/0!', formula: '1/0' },
    ],
    ['a formula never calculated', '<c><f>A2</f></c>', { kind: 'blank', text: '', formula: 'A2' }],
    ['line ends', '<c t="str"><v>甲_x000D_\n乙&#13;&#10;丙</v></c>', { text: '甲\n乙\n丙' }],
    ['an underscore kept', '<c t="str"><v>_x005F_x000D_</v></c>', { text: '_x000D_' }],
    ['not a number', '<c><v>abc</v></c>', { kind: 'text', text: 'abc' }],
    ['character data', '<c t="str"><v><![CDATA[甲<乙]]></v></c>', { text: '甲<乙' }],
  ])('%s', async (_, xml, expected) => {
    expect(await cellOf({ ...styled, data: `<row r="1">${xml}</row>` })).toMatchObject(expected);
  });

  test.each<[string, string, Partial<Cell>]>([
    ['the short date', '<c s="1"><v>45052</v></c>', { kind: 'date', day: '2023-05-06', number: 45052 }],
    [
      'year and month, as a quoted format',
      '<c s="2"><v>45047</v></c>',
      { day: '2023-05-01', text: '2023-05-01' },
    ],
    ['a number whose unit is 月', '<c s="3"><v>5</v></c>', { kind: 'number', text: '5' }],
    ['a Chinese long date', '<c s="4"><v>45052</v></c>', { day: '2023-05-06' }],
    ['a built-in Chinese format', '<c s="5"><v>45052</v></c>', { day: '2023-05-06' }],
    ['a time of day', '<c s="1"><v>45052.75</v></c>', { day: '2023-05-06', dateTime: '2023-05-06T18:00:00' }],
    ['noise just below a day', '<c s="1"><v>45051.9999999999</v></c>', { day: '2023-05-06' }],
    ['the day before the one that never was', '<c s="1"><v>59</v></c>', { day: '1900-02-28' }],
    ['the day after', '<c s="1"><v>61</v></c>', { day: '1900-03-01' }],
    [
      'an ISO date',
      '<c t="d"><v>2023-05-06T08:30:00</v></c>',
      { kind: 'date', dateTime: '2023-05-06T08:30:00' },
    ],
    [
      'text under a date format',
      '<c s="1" t="str"><v>2023年5月</v></c>',
      { kind: 'text', text: '2023年5月' },
    ],
  ])('with a date style: %s', async (_, xml, expected) => {
    expect(await cellOf({ ...styled, data: `<row>${xml}</row>` })).toMatchObject(expected);
  });

  test.each([
    ['a time without a day', 8, '0.5'],
    ['the day that never was', 1, '60'],
    ['below zero', 1, '-1'],
    ['beyond the year 9999', 1, '2958466'],
  ])('a date style gives no day to %s', async (_, style, value) => {
    const cell = await cellOf({ ...styled, data: `<row><c s="${style}"><v>${value}</v></c></row>` });
    expect([cell?.kind, cell?.rawNumber, cell?.day]).toEqual(['number', value, undefined]);
  });

  test('in the 1904 system day 0 is 1904-01-01', async () => {
    const made = {
      ...styled,
      workbookPr: '<workbookPr date1904="1"/>',
      data: '<row><c s="1"><v>43590</v></c></row>',
    };
    expect(await cellOf(made)).toMatchObject({ day: '2023-05-06' });
  });
});

describe('strike-through counts only for the whole cell', () => {
  const run = (text: string, properties?: string) =>
    `<r>${properties === undefined ? '' : `<rPr>${properties}</rPr>`}<t>${text}</t></r>`;
  test.each<[string, number, string, boolean]>([
    ['a plain font', 0, '<t>甲</t>', false],
    ['a struck font', 6, '<t>甲</t>', true],
    ['a font that says it is not', 7, '<t>甲</t>', false],
    ['every run struck', 0, run('甲', '<strike/>') + run('乙', '<b/><strike val="1"/>'), true],
    ['one run not', 0, run('甲', '<strike/>') + run('乙', '<b/>'), false],
    ['white space does not count', 0, run('甲', '<strike/>') + run(' ', '<b/>'), true],
    ['struck font, a run that is not', 6, run('甲') + run('乙', '<strike val="0"/>'), false],
    ['struck font, runs without properties', 6, run('甲') + run('乙'), true],
    ['plain font, one run struck, one without properties', 0, run('甲', '<strike/>') + run('乙'), false],
  ])('%s', async (_, style, string, struck) => {
    const made = { ...styled, strings: [string], data: `<row><c t="s" s="${style}"><v>0</v></c></row>` };
    expect(await cellOf(made)).toMatchObject({ struck });
  });
});

describe('where cells stand', () => {
  test('cells and rows without references follow the one before', async () => {
    const data = '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';
    expect((await cellsOf({ data })).map((cell) => cell.ref)).toEqual(['C3', 'D3', 'A4']);
  });

  test('a shared formula moves with its cells, but for what the $ holds', async () => {
    const data = `<row r="2"><c r="B2"><f t="shared" ref="B2:C3" si="0">A2*$A$1+SUM('A 1'!A2:A3)+"A2"+LOG10(A2)</f><v>1</v></c>
      <c r="C2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row>`;
    expect((await cellsOf({ data })).map((cell) => cell.formula)).toEqual([
      `A2*$A$1+SUM('A 1'!A2:A3)+"A2"+LOG10(A2)`,
      `B2*$A$1+SUM('A 1'!B2:B3)+"A2"+LOG10(B2)`,
      `A3*$A$1+SUM('A 1'!A3:A4)+"A2"+LOG10(A3)`,
    ]);
  });

  test('comments, also where there is no cell', async () => {
    const comment = (ref: string, text: string) =>
      `<comment ref="${ref}" authorId="0"><text><r><t>${text}</t></r></text></comment>`;
    const comments = comment('A1', '核实') + comment('C1', '补') + comment('B9', '远');
    const data = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const cells = await cellsOf({ data, comments });
    expect(cells.map((cell) => [cell.ref, cell.kind, cell.comment])).toEqual([
      ['A1', 'number', '核实'],
      ['C1', 'blank', '补'],
      ['B9', 'blank', '远'],
    ]);
  });

  test('rows, columns and sheets: hidden, merged, only formatted', async () => {
    const made = {
      state: 'veryHidden',
      before: '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols>',
      data: '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="20"><c r="A20" s="0"/></row>',
      after: '<mergeCells><mergeCell ref="B2:A1"/><mergeCell ref="nonsense"/></mergeCells>',
    };
    const [sheet] = (await readWorkbook(await handMade(made), { name: '手工.xlsx' })).sheets;
    expect(sheet).toMatchObject({ name: '表一', hidden: true, lastRow: 20, lastColumn: 1 });
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([2, 3]);
    expect(sheet?.merges).toEqual([{ fromRow: 1, fromColumn: 1, toRow: 2, toColumn: 2 }]);
    expect(sheet?.rows.get(1)?.hidden).toBe(true);
    expect(sheet?.rows.get(20)?.cells.size).toBe(0);
    expect(sheet?.rows.has(2)).toBe(false);
  });
});

test('a row holds the same cells whenever it is looked at, and whatever was looked at in between', async () => {
  const rowOf = (row: number) =>
    `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="C${row}" t="inlineStr"><is><t>第${row}行</t></is></c>
      <c r="D${row}" t="str"><v></v></c><c r="E${row}"><f>A${row}*2</f><v>${row * 2}</v></c></row>`;
  const data = Array.from({ length: 12 }, (_, at) => rowOf(at + 1)).join('');
  const workbook = await readWorkbook(await handMade({ data }), { name: '手工.xlsx' });
  const rows = [...(workbook.sheets[0]?.rows.values() ?? [])];
  const look = () => rows.map((row) => [...row.cells].map(([column, cell]) => [column, cell.text]));
  const expected = rows.map(({ number }) => [
    [1, `${number}`],
    [3, `第${number}行`],
    [5, `${number * 2}`],
  ]);
  expect(look()).toEqual(expected);
  for (const row of [...rows].reverse()) expect(row.cells.get(3)?.text).toBe(`第${row.number}行`);
  expect(look()).toEqual(expected);
  expect(rows.map(({ cells }) => [cells.size, cells.has(4), cells.get(5)?.formula])).toEqual(
    rows.map(({ number }) => [3, false, `A${number}*2`]),
  );
  expect(workbook.sheets[0]?.lastColumn).toBe(5);
});
