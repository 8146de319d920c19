import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readRows, readWorkbook } from '../index.ts';
import { all } from './hand-made.ts';

function oldWorkbook(): Buffer {
  const sheet = utils.aoa_to_sheet([
    ['市级重点项目', null, null],
    ['金州湾国际机场', 1234.5, true],
  ]);
  sheet['C1'] = { t: 'n', v: 45052, z: 'yyyy"年"m"月"' };
  sheet['A3'] = { t: 'e', v: 7 };
  sheet['B3'] = { t: 'n', v: 2469, f: 'B2*2' };
  sheet['!ref'] = 'A1:C3';
  sheet['!merges'] = [utils.decode_range('A1:B1')];
  const book = utils.book_new(sheet, '五月');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), '藏');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
}

test('an old workbook is read in a thread of its own', async () => {
  const { format, sheets } = await readWorkbook(oldWorkbook(), { name: '五月.xls' });
  const [sheet, hidden] = sheets;
  expect([format, sheet?.name, sheet?.hidden, hidden?.hidden]).toEqual(['xls', '五月', false, true]);
  expect(sheet?.merges).toEqual([{ fromRow: 1, fromColumn: 1, toRow: 1, toColumn: 2 }]);
  expect([sheet?.lastRow, sheet?.lastColumn]).toEqual([3, 3]);
  const cells = [...(sheet?.rows.values() ?? [])].flatMap((row) => [...row.cells.values()]);
  expect(cells.map((cell) => [cell.ref, cell.kind, cell.text])).toEqual([
    ['A1', 'text', '市级重点项目'],
    ['C1', 'date', '2023-05-06'],
    ['A2', 'text', '金州湾国际机场'],
    ['B2', 'number', '1234.5'],
    ['C2', 'boolean', 'TRUE'],
    ['A3', 'error', '#DIV/0!'],
    ['B3', 'number', '2469'],
  ]);
  expect(cells.find((cell) => cell.ref === 'B2')).toMatchObject({ number: 1234.5, rawNumber: '1234.5' });
});

test('its rows can be had one by one', async () => {
  const rows = await all(readRows(oldWorkbook(), { name: '五月.xls', sheet: '五月' }));
  expect(rows.map((row) => row.number)).toEqual([1, 2, 3]);
});

test('a sheet that is not there is refused with those that are', async () => {
  const rows = all(readRows(oldWorkbook(), { name: '五月.xls', sheet: '六月' }));
  await expect(rows).rejects.toMatchObject({ code: 'sheets.no_such_sheet', details: { sheets: '五月、藏' } });
});
