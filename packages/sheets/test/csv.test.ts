import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../index.ts';

async function tableOf(bytes: Uint8Array): Promise<string[][]> {
  const { format, sheets } = await readWorkbook(bytes, { name: '五月.csv' });
  expect(format).toBe('csv');
  const [sheet] = sheets;
  return [...(sheet?.rows.values() ?? [])].map((row) =>
    Array.from({ length: sheet?.lastColumn ?? 0 }, (_, at) => row.cells.get(at + 1)?.text ?? ''),
  );
}

const gbk = Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xb4, 0xf3, 0xc1, 0xac, 0x0a]);

describe('a table of text', () => {
  test.each<[string, Uint8Array, string[][]]>([
    ['UTF-8', Buffer.from('项目,大连\n'), [['项目', '大连']]],
    ['UTF-8 with its mark', Buffer.from('\ufeff项目,大连\r\n'), [['项目', '大连']]],
    ['GB18030', gbk, [['项目', '大连']]],
    [
      'UTF-16 with tabs, as a spreadsheet saves it',
      Buffer.from('\ufeff项目\t大连\r\n', 'utf16le'),
      [['项目', '大连']],
    ],
    [
      'tabs',
      Buffer.from('a\tb,c\nd\te\n'),
      [
        ['a', 'b,c'],
        ['d', 'e'],
      ],
    ],
    [
      'semicolons',
      Buffer.from('a;b\n1,5;2\n'),
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    ['a stated separator', Buffer.from('sep=|\na|b,c\n'), [['a', 'b,c']]],
    ['quotes', Buffer.from('"a ""b"" c","d\ne"\n'), [['a "b" c', 'd\ne']]],
    ['quotes in the middle', Buffer.from('a "b" c,5"\n'), [['a "b" c', '5"']]],
    [
      'rows of different length',
      Buffer.from('a,b,c\nd\n'),
      [
        ['a', 'b', 'c'],
        ['d', '', ''],
      ],
    ],
    ['a blank line is a row', Buffer.from('a\n\nb\n'), [['a'], [''], ['b']]],
    ['codes stay text', Buffer.from('00123,="00456",1e5\n'), [['00123', '00456', '1e5']]],
    ['a guarded formula comes back', Buffer.from("'=1+1,'a\n"), [['=1+1', "'a"]]],
    ['one column', Buffer.from('甲\n乙\n'), [['甲'], ['乙']]],
  ])('%s', async (_, bytes, expected) => {
    expect(await tableOf(bytes)).toEqual(expected);
  });

  test('names the line where a quote is left open', async () => {
    const reading = readWorkbook(Buffer.from('a,b\nc,"d\ne,f\n'), { name: '五月.csv' });
    await expect(reading).rejects.toMatchObject({ code: 'sheets.broken_csv' });
  });

  test('any table written by the rules is read as it was', async () => {
    const field = fc.string({ unit: fc.constantFrom('甲', 'a', ',', '"', '\n', ' ', '\t', '；', '1') });
    const table = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const header = ['一', '二', '三'];
        const lines = [header, ...rows].map((row) =>
          row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','),
        );
        expect(await tableOf(Buffer.from(lines.join('\r\n')))).toEqual([header, ...rows]);
      }),
      { numRuns: 60 },
    );
  });
});
