import { describe, expect, test } from 'vitest';
import { type PasteColumn, type Pasted, type PasteRow, pasteBlock } from '../grid/paste.ts';
import { readTabular, writeTabular } from '../grid/tabular-text.ts';

describe('the clipboard of a spreadsheet', () => {
  test.each<[string, string, string[][]]>([
    [
      'cells and rows',
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'a last line end is no row',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'empty cells stay',
      '\t1\n2\t',
      [
        ['', '1'],
        ['2', ''],
      ],
    ],
    ['an empty row stays', '1\n\n3', [['1'], [''], ['3']]],
    [
      'lines and tabs in quotes',
      '"一\n二"\t"a\tb"\n3\t4',
      [
        ['一\n二', 'a\tb'],
        ['3', '4'],
      ],
    ],
    ['doubled quotes', '"他说""好"""\t1', [['他说"好"', '1']]],
    ['a quote that closes nowhere is a sign', '"abc\tx', [['"abc', 'x']]],
    ['a quote within a cell is a sign', '5" 管\tx', [['5" 管', 'x']]],
    ['old line ends', '1\r2', [['1'], ['2']]],
    ['nothing', '', []],
  ])('%s', (_name, text, rows) => expect(readTabular(text)).toEqual(rows));

  test('what is written is read the same', () => {
    const rows = [
      ['1,250', '一\n二', '"引"'],
      ['', 'a\tb', '5"'],
    ];
    expect(readTabular(writeTabular(rows))).toEqual(rows);
  });
});

const columns: readonly PasteColumn[] = [
  { title: '项目名称', isName: true },
  { title: '本月计划' },
  { title: '本月完成', fact: 'monthFen' },
  { title: '本年累计', fact: 'cumFen' },
  { title: '实际开工', fact: 'actualStart' },
];
const rows: readonly PasteRow[] = [
  { rowId: 'a', name: '甲港' },
  { rowId: 'b', name: '乙厂（二期）' },
  { rowId: 'c', name: '丙路', closed: '已报送' },
];

function paste(
  text: string,
  row: number,
  column: number,
  to: { row: number; column: number } = { row, column },
): Pasted {
  return pasteBlock(readTabular(text), {
    ...{ rows, columns, setting: { unit: '万元', year: 2023 } },
    selected: { top: row, left: column, bottom: to.row, right: to.column },
  });
}
const cellsOf = (pasted: Pasted) =>
  'cells' in pasted
    ? pasted.cells.map(({ rowId, fact, value }) => `${rowId} ${fact} ${value}`)
    : pasted.refused;

describe('pasting', () => {
  test('a block goes where it was put', () => {
    expect(cellsOf(paste('１００\t900\n1,200万元\t2亿', 0, 2))).toEqual([
      'a monthFen 100000000',
      'a cumFen 900000000',
      'b monthFen 1200000000',
      'b cumFen 20000000000',
    ]);
  });

  test('one cell fills the selection', () => {
    expect(cellsOf(paste('0', 0, 2, { row: 1, column: 2 }))).toEqual(['a monthFen 0', 'b monthFen 0']);
  });

  test('columns that are only shown are passed over, titles left out, names compared', () => {
    const pasted = paste('项目名称\t本月计划\t本月完成（万元）\n甲 港\t5\t7\n乙厂(二期)\t\t8', 0, 0);
    expect(cellsOf(pasted)).toEqual(['a monthFen 7000000', 'b monthFen 8000000']);
    expect(pasted).toMatchObject({ skipped: 4 });
  });

  test.each([
    [
      'too many rows',
      '1\n2\n3',
      1,
      2,
      ['粘贴的有 3 行，从这里往下只有 2 行。请从上面的行开始粘贴，或少选几行。'],
    ],
    [
      'too many columns',
      '1\t2\t3\t4',
      0,
      2,
      ['粘贴的有 4 列，从这里往右只有 3 列。请从左边的列开始粘贴，或少选几列。'],
    ],
    [
      'a wrong cell among good ones',
      '1\n二',
      0,
      2,
      ['第 2 行“本月完成”：“二”不是金额，请填数字，例如 12,500'],
    ],
    [
      'rows of other projects',
      '乙厂（二期）\t\t8\n甲港\t\t7',
      ...([0, 0] as const),
      [
        '第 1 行“项目名称”：粘贴的是“乙厂（二期）”，表中这一行是“甲港”，请核对行的顺序',
        '第 2 行“项目名称”：粘贴的是“甲港”，表中这一行是“乙厂（二期）”，请核对行的顺序',
      ],
    ],
    ['a row that is reported', '1\n2', 1, 2, ['“丙路”已报送，不能改']],
    ['columns that are only shown', '1', 0, 1, ['这一列不能填写']],
    ['nothing', '', 0, 2, ['剪贴板中没有可以粘贴的内容。']],
  ] as const)('%s: nothing is pasted, and it is said why', (_name, text, row, column, refused) => {
    expect(paste(text, row, column)).toEqual({ refused });
  });
});
