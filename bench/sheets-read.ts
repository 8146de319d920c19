/**
 * How fast a large workbook is read, and in how much memory, beside a floor: the same bytes only unzipped and
 * parsed as XML. Usage: node bench/sheets-read.ts [rows] [columns]. Each measurement runs in its own process.
 */
import { execFileSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SaxesParser } from 'saxes';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { columnName, readRows, readWorkbook } from '#sheets';

const [mode, path = '', rowsText = '100000', columnsText = '20'] = process.argv.slice(2);
const size = { rows: Number(rowsText), columns: Number(columnsText) };

if (mode === 'floor') await measured(() => floor(path));
else if (mode === 'rows') await measured(() => countRows(path));
else if (mode === 'workbook') await measured(() => countCells(path));
else await compare(Number(mode ?? 100_000), Number(path || 20));

async function compare(rows: number, columns: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-read-'));
  const file = join(folder, 'large.xlsx');
  try {
    await makeWorkbook(file, rows, columns);
    console.log(`${rows} × ${columns}，文件 ${Math.round(statSync(file).size / 1024 / 1024)} MB`);
    for (const one of ['floor', 'rows', 'workbook']) {
      const args = [import.meta.filename, one, file, String(rows), String(columns)];
      console.log(`${one.padEnd(9)} ${execFileSync(process.execPath, args, { encoding: 'utf8' }).trim()}`);
    }
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true });
  }
}

async function measured(work: () => Promise<number>): Promise<void> {
  const before = performance.now();
  const cells = await work();
  const seconds = ((performance.now() - before) / 1000).toFixed(2);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${seconds} s, peak ${peak} MB, ${cells} cells`);
}

async function floor(file: string): Promise<number> {
  const zip = await openPromise(file, { autoClose: false, lazyEntries: true });
  let cells = 0;
  for await (const entry of zip.eachEntry()) {
    const parser = new SaxesParser({ xmlns: false, position: false });
    parser.on('opentag', (tag) => {
      if (tag.name === 'c') cells++;
    });
    const decoder = new TextDecoder();
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      parser.write(decoder.decode(piece, { stream: true }));
    }
    parser.close();
  }
  zip.close();
  return cells;
}

async function countRows(file: string): Promise<number> {
  let cells = 0;
  for await (const row of readRows({ path: file }, { name: 'large.xlsx' })) cells += row.cells.size;
  return cells;
}

async function countCells(file: string): Promise<number> {
  const limits = { cells: size.rows * size.columns };
  const workbook = await readWorkbook({ path: file }, { name: 'large.xlsx', limits });
  let cells = 0;
  for (const sheet of workbook.sheets) for (const row of sheet.rows.values()) cells += row.cells.size;
  return cells;
}

/** A third shared strings, a third numbers, a third dates, as reports are. */
async function makeWorkbook(file: string, rows: number, columns: number): Promise<void> {
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  add(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/></Types>`,
  );
  add('_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')));
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('rId2', 'sharedStrings', 'sharedStrings.xml') +
        relation('rId3', 'styles', 'styles.xml'),
    ),
  );
  const strings = Array.from({ length: 20_000 }, (_, n) => `<si><t>金普新区第 ${n} 号重点项目</t></si>`);
  add('xl/sharedStrings.xml', `<sst xmlns="${main}">${strings.join('')}</sst>`);
  add(
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  );
  const names = Array.from({ length: columns }, (_, index) => columnName(index + 1));
  function* lines(): Generator<string> {
    yield `<worksheet xmlns="${main}"><sheetData>`;
    for (let row = 1; row <= rows; row++) {
      let line = `<row r="${row}">`;
      for (const [index, name] of names.entries()) {
        const ref = `${name}${row}`;
        if (index % 3 === 0) line += `<c r="${ref}" t="s"><v>${(row * 7 + index) % 20_000}</v></c>`;
        else if (index % 3 === 1) line += `<c r="${ref}"><v>${row * 1.25 + index}</v></c>`;
        else line += `<c r="${ref}" s="1"><v>${44_927 + ((row + index) % 365)}</v></c>`;
      }
      yield `${line}</row>`;
    }
    yield '</sheetData></worksheet>';
  }
  zip.addReadStream(Readable.from(lines()), 'xl/worksheets/sheet1.xml');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
}
