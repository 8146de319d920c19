import { CFB } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { allRefusals } from '#kernel/refusal';
import { type Limits, readRows, readWorkbook } from '../index.ts';
import { all, type HandMade, handMade, zipOf } from './hand-made.ts';

async function refusalOf(bytes: Uint8Array, name = '六月.xlsx', limits?: Partial<Limits>): Promise<string> {
  const text = await readWorkbook(bytes, { name, limits }).then(
    () => 'read',
    (error: unknown) => {
      const { code, message } = error as { code: string; message: string };
      expect(message).toContain(name);
      expect(message).not.toMatch(/[{}]/);
      return code;
    },
  );
  return text;
}

/** A compound file holding entries of these names, as old Office programs and encryption write it. */
function compound(...entries: string[]): Buffer {
  const container = CFB.utils.cfb_new();
  for (const entry of entries) CFB.utils.cfb_add(container, entry, Buffer.alloc(64, 7));
  return Buffer.from(CFB.write(container, { type: 'array' }) as Uint8Array);
}

const text = (content: string) => Buffer.from(content);
const cells = (count: number) => `<row>${'<c><v>1</v></c>'.repeat(count)}</row>`;

describe('by content, whatever the extension says', () => {
  test.each<[string, string, Uint8Array, string]>([
    ['an empty file', 'sheets.empty_file', new Uint8Array(0), '六月.xlsx'],
    ['a renamed PDF', 'sheets.not_a_workbook', text('%PDF-1.7\n'), '六月.xlsx'],
    ['a picture', 'sheets.not_a_workbook', Buffer.from('89504e470d0a1a0a00', 'hex'), '六月.xlsx'],
    ['a JSON file', 'sheets.not_a_workbook', text('[{"a":1}]'), '六月.csv'],
    ['a web page', 'sheets.html_disguised', text('\ufeff <html xmlns:x="..."><table><tr><td>1'), '六月.xls'],
    [
      'a bare table',
      'sheets.html_disguised',
      text('<table border=1><tr><td>1</td></tr></table>'),
      '六月.xls',
    ],
    [
      'a web archive',
      'sheets.html_disguised',
      text('MIME-Version: 1.0\nContent-Type: multipart/related'),
      '六月.xls',
    ],
    [
      'a spreadsheet of 2003',
      'sheets.xml_2003',
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      '六月.xls',
    ],
    [
      'a workbook with a password',
      'sheets.password',
      compound('/EncryptionInfo', '/EncryptedPackage'),
      '六月.xlsx',
    ],
    ['an old Word document', 'sheets.not_a_workbook', compound('/WordDocument'), '六月.xls'],
    ['another compound file', 'sheets.not_a_workbook', compound('/Whatever'), '六月.xls'],
    ['a file of WPS', 'sheets.wps_et', compound('/Workbook'), '六月.et'],
    [
      'an old workbook with macros',
      'sheets.macros',
      compound('/Workbook', '/_VBA_PROJECT_CUR/x'),
      '六月.xls',
    ],
    ['an old workbook of nonsense', 'sheets.old_unreadable', compound('/Workbook'), '六月.xls'],
    ['bytes of nothing known', 'sheets.not_a_workbook', Buffer.from([1, 2, 0, 4]), '六月.csv'],
    [
      'bytes of no encoding',
      'sheets.strange_encoding',
      Buffer.from([0x41, 0x0a, 0xff, 0xff, 0xff, 0x41]),
      '六月.csv',
    ],
  ])('%s: %s', async (_, code, bytes, name) => {
    expect(await refusalOf(bytes, name)).toBe(code);
  });

  test.each<[string, string, Record<string, string>]>([
    ['an archive of other things', 'sheets.not_a_workbook', { 'a.txt': 'a' }],
    [
      'a Word document',
      'sheets.not_a_workbook',
      {
        '[Content_Types].xml':
          '<Types><Override ContentType="x.wordprocessingml.document.main+xml"/></Types>',
      },
    ],
    ['an OpenDocument table', 'sheets.open_document', { mimetype: 'x', 'content.xml': '<a/>' }],
    [
      'a binary workbook',
      'sheets.binary_workbook',
      {
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
      },
    ],
  ])('%s: %s', async (_, code, parts) => {
    expect(await refusalOf(await zipOf(Object.entries(parts)))).toBe(code);
  });

  test.each<[string, string, HandMade]>([
    [
      'a macro workbook by its type',
      'sheets.macros',
      { contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' },
    ],
    ['a macro hidden in a plain one', 'sheets.macros', { parts: { 'xl/vbaProject.bin': 'x' } }],
    ['a missing sheet', 'sheets.damaged', { parts: { 'xl/worksheets/sheet1.xml': undefined } }],
    [
      'XML cut off',
      'sheets.damaged',
      { parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' } },
    ],
    [
      'an entity bomb',
      'sheets.damaged',
      {
        parts: { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "bbbb">]><sst><si><t>&b;</t></si></sst>' },
      },
    ],
    [
      'a cell beyond the last column',
      'sheets.damaged',
      { data: '<row r="1"><c r="XFE1"><v>1</v></c></row>' },
    ],
    ['a row beyond the last', 'sheets.damaged', { data: '<row r="1048577"/>' }],
  ])('%s: %s', async (_, code, made) => {
    expect(await refusalOf(await handMade(made))).toBe(code);
  });

  test('an archive cut off', async () => {
    const whole = await handMade({ data: cells(3) });
    expect(await refusalOf(whole.subarray(0, whole.length - 40))).toBe('sheets.damaged');
  });

  test('two parts of one name', async () => {
    expect(
      await refusalOf(
        await zipOf([
          ['xl/a.xml', 'a'],
          ['XL\\A.xml', 'b'],
        ]),
      ),
    ).toBe('sheets.damaged');
  });
});

describe('within limits', () => {
  test.each<[string, string, Partial<Limits>, HandMade]>([
    ['file size', 'sheets.file_too_large', { fileBytes: 500 }, {}],
    ['parts', 'sheets.too_many', { parts: 3 }, {}],
    ['all parts unpacked', 'sheets.unpacks_too_large', { unpackedBytes: 600 }, {}],
    ['one part unpacked', 'sheets.unpacks_too_large', { partBytes: 9_000 }, { data: cells(1_000) }],
    ['ratio', 'sheets.suspicious_ratio', { ratioFromBytes: 9_000, ratio: 20 }, { data: cells(10_000) }],
    ['sheets', 'sheets.too_many', { sheets: 0 }, {}],
    ['rows', 'sheets.too_many', { rows: 2 }, { data: '<row/><row/><row/>' }],
    ['columns', 'sheets.too_many', { columns: 2 }, { data: cells(3) }],
    ['cells', 'sheets.too_many', { cells: 2 }, { data: cells(3) }],
    [
      'merged cells',
      'sheets.too_many',
      { merges: 1 },
      { after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>' },
    ],
    ['styles', 'sheets.too_many', { styles: 1 }, { xfs: ['<xf/>', '<xf/>'] }],
    ['open elements', 'sheets.damaged', {}, { data: '<a>'.repeat(200) + '</a>'.repeat(200) }],
    [
      'formulas written once and meant a thousand times',
      'sheets.too_many',
      { textLength: 5_000 },
      {
        data: `<row><c><f t="shared" si="0">SUM(A1:A9)</f></c>${'<c><f t="shared" si="0"/></c>'.repeat(1_000)}</row>`,
      },
    ],
    ['shared strings', 'sheets.too_many', { sharedStrings: 1 }, { strings: ['<t>a</t>', '<t>b</t>'] }],
    ['characters', 'sheets.too_many', { textLength: 3 }, { strings: ['<t>ab</t>', '<t>cd</t>'] }],
    ['old files', 'sheets.file_too_large', { oldFileBytes: 100 }, {}],
  ])('%s: %s', async (what, code, limits, made) => {
    const bytes = what === 'old files' ? compound('/Workbook') : await handMade(made);
    expect(await refusalOf(bytes, '六月.xlsx', limits)).toBe(code);
  });

  test('a part that says it is small is stopped when it unpacks to more', async () => {
    const bytes = await handMade({ data: cells(20_000) });
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const inDirectory = bytes.lastIndexOf(name) - 46;
    bytes.writeUInt32LE(1_000, inDirectory + 24);
    expect(await refusalOf(bytes)).toBe('sheets.damaged');
  });

  test('a sheet of 200 MB is refused before it is unpacked', async () => {
    const sheet = Buffer.alloc(200 * 1024 * 1024, ' ');
    const bytes = await handMade({ parts: { 'xl/worksheets/sheet1.xml': sheet } });
    expect(await refusalOf(bytes)).toBe('sheets.unpacks_too_large');
  });

  test('the old format has its time', async () => {
    expect(await refusalOf(compound('/Workbook'), '六月.xls', { oldMilliseconds: 1 })).toBe(
      'sheets.old_too_slow',
    );
  });

  test.each<[string, Partial<Limits>]>([
    ['rows', { rows: 2 }],
    ['columns', { columns: 1 }],
    ['cells', { cells: 3 }],
  ])('a table of text: %s', async (_, limits) => {
    expect(await refusalOf(text('a,b\nc,d\ne,f\n'), '六月.csv', limits)).toBe('sheets.too_many');
  });

  test('a streamed sheet is held to the same limits', async () => {
    const rows = readRows(await handMade({ data: cells(3) }), { name: '六月.xlsx', limits: { cells: 2 } });
    await expect(all(rows)).rejects.toMatchObject({ code: 'sheets.too_many' });
  });
});

test('every refusal says what to do', () => {
  for (const [code, { text: words }] of allRefusals()) {
    if (code.startsWith('sheets.')) expect(words, code).toMatch(/「\{(name|sheet)\}」.*请/);
  }
});
