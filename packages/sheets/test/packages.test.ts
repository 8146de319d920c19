import { expect, test } from 'vitest';
import { readWorkbook } from '../index.ts';
import { type HandMade, handMade } from './hand-made.ts';

const row = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const strings = ['<t>大连</t>'];
const sheet = (text: string) =>
  `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${text}</x:worksheet>`;

test.each<[string, HandMade]>([
  ['the strict standard', { strict: true }],
  [
    'backslashes and other case in part names',
    { rename: (part) => part.replaceAll('/', '\\').toUpperCase() },
  ],
  ['a sheet outside the usual folder', { sheetPart: 'xl/tables/s.xml' }],
  [
    'a prefix before every element',
    {
      parts: {
        'xl/worksheets/sheet1.xml': sheet(
          '<x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>',
        ),
      },
    },
  ],
  [
    'UTF-16',
    {
      parts: { 'xl/sharedStrings.xml': Buffer.from('\ufeff<sst><si><t>大连</t></si></sst>', 'utf16le') },
    },
  ],
  [
    'GB2312 as declared',
    {
      parts: {
        'xl/sharedStrings.xml': Buffer.concat([
          Buffer.from('<?xml version="1.0" encoding="GB2312"?><sst><si><t>'),
          Buffer.from([0xb4, 0xf3, 0xc1, 0xac]),
          Buffer.from('</t></si></sst>'),
        ]),
      },
    },
  ],
  ['no relations of the package', { parts: { '_rels/.rels': undefined } }],
  ['an extension with cells of its own', { after: '<extLst><ext><c r="A9"><v>9</v></c></ext></extLst>' }],
])('reads %s', async (_, made) => {
  const workbook = await readWorkbook(await handMade({ strings, data: row, ...made }), { name: '手工.xlsx' });
  const cells = workbook.sheets.flatMap((one) =>
    [...one.rows.values()].flatMap((r) => [...r.cells.values()]),
  );
  expect(cells.map((cell) => [cell.ref, cell.text])).toEqual([['A1', '大连']]);
});
