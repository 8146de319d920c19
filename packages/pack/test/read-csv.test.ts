import { describe, expect, test } from 'vitest';
import {
  integerColumn,
  listColumn,
  oneOfColumn,
  optionalDayColumn,
  optionalTextColumn,
  textColumn,
} from '../csv-column.ts';
import { readCsv } from '../read-csv.ts';

const columns = {
  id: textColumn,
  kind: oneOfColumn(['a', 'b']),
  order: integerColumn,
  aliases: listColumn,
  note: optionalTextColumn,
  since: optionalDayColumn,
};
const header = 'id,kind,order,aliases,note,since\n';
const read = (text: string) => readCsv('x.csv', text, columns);

test('rows come typed, with their lines', () => {
  const { rows, problems } = read(
    `${header}x,a,1,甲；乙; 丙 ,,2023-05-06\n\n"y,y",b,-2,,"多行\n说明",\nz,a,3,,,\n`,
  );
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    {
      id: 'x',
      kind: 'a',
      order: 1,
      aliases: ['甲', '乙', '丙'],
      since: '2023-05-06',
      at: { file: 'x.csv', line: 2 },
    },
    { id: 'y,y', kind: 'b', order: -2, aliases: [], note: '多行\n说明', at: { file: 'x.csv', line: 5 } },
    { id: 'z', kind: 'a', order: 3, aliases: [], at: { file: 'x.csv', line: 6 } },
  ]);
});

test('optional columns may be left out, and columns stand in any order', () => {
  const { rows, problems } = read('\uFEFForder,id,kind\n1,x,a\n');
  expect(problems).toEqual([]);
  expect(rows).toMatchObject([{ id: 'x', kind: 'a', order: 1, aliases: [] }]);
});

describe('what is wrong names its line and column', () => {
  test.each([
    ['an empty cell', `${header},a,1,,,\n`, 2, '“id”列：这一格不能为空'],
    ['a word not allowed', `${header}x,c,1,,,\n`, 2, '“kind”列：“c”不在可填范围内'],
    ['a text for a number', `${header}x,a,1,,,\ny,a,一,,,\n`, 3, '“order”列：“一”不是整数'],
    ['a day that does not exist', `${header}x,a,1,,,2023-02-30\n`, 2, '“since”列：“2023-02-30”不是有效日期'],
    ['too many cells', `${header}x,a,1,,,,\n`, 2, '这一行有7格，表头有6格'],
    ['a missing column', 'id,order\nx,1\n', 1, '表头缺少“kind”列'],
    ['an unknown column', 'id,kind,order,colour\nx,a,1,red\n', 1, '表头多出或重复“colour”列'],
    ['a column twice', 'id,kind,order,id\nx,a,1,y\n', 1, '表头多出或重复“id”列'],
    ['an open quote', `${header}x,a,1,,"open,\n`, 2, '不是正确的 CSV'],
  ])('%s', (_, text, line, message) => {
    expect(read(text).problems).toContainEqual({
      file: 'x.csv',
      line,
      message,
      remedy: expect.stringMatching(/^请|^可/),
    });
  });

  test('only rows read whole are given', () => {
    const { rows, problems } = read(`${header}x,c,1,,,\ny,a,1,,,\n`);
    expect(rows.map((row) => row.id)).toEqual(['y']);
    expect(problems).toHaveLength(1);
  });
});
