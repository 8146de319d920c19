import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { headerRows } from './header-rows.ts';
import { sheetNames } from './sheet-names.ts';
import { sheetPart } from './sheet-part.ts';
import { type StyleBook, stylesPart } from './styles-part.ts';
import type { Table } from './table.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';
import { type ZipPart, zipBytes, zipStream } from './zip.ts';

/** Each table may be of another kind of row: their columns take their rows as a method does. */
export type Tables = readonly Table<unknown>[];

/** Writes a workbook of one sheet per table; rows are asked for only as fast as they can be written. */
export async function writeTables(out: Writable, tables: Tables): Promise<void> {
  await pipeline(tableStream(tables), out);
}

export function writeTable<T>(out: Writable, table: Table<T>): Promise<void> {
  return writeTables(out, [table]);
}

export function tableStream(tables: Tables): Readable {
  return Readable.from(tablePieces(tables), { objectMode: false });
}

/** A workbook as it grows: `marks` are texts kept under hidden names, by which it is known again when it comes back. */
export function tablePieces(
  tables: Tables,
  marks: Readonly<Record<string, string>> = {},
): AsyncGenerator<Buffer> {
  return zipStream(partsOf(tables, marks));
}

export function tableBytes(tables: Tables, marks: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  return zipBytes(partsOf(tables, marks));
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles come last: only once the rows are written are all number formats known. */
function* partsOf(tables: Tables, marks: Readonly<Record<string, string>>): Generator<ZipPart> {
  const book: StyleBook = { looks: [] };
  const names = sheetNames(tables.map((table) => table.sheet));
  const headers = tables.map((table) => headerRows(table));
  const count = tables.length;
  yield part('[Content_Types].xml', contentTypes(count));
  yield part('_rels/.rels', relations([`officeDocument" Target="xl/workbook.xml`]));
  const titles = names.map((name, index) => {
    const rows = headers[index]?.rows ?? 1;
    const area = xmlAttribute(`'${name.replaceAll("'", "''")}'!$1:$${rows}`);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${area}</definedName>`;
  });
  const hidden = Object.entries(marks).map(
    ([name, text]) =>
      `<definedName name="${xmlAttribute(name)}" hidden="1">${xmlText(`"${text.replaceAll('"', '""')}"`)}</definedName>`,
  );
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${titles.join('')}${hidden.join('')}</definedNames></workbook>`,
  );
  const targets = names.map((_, index) => `worksheet" Target="worksheets/sheet${index + 1}.xml`);
  yield part('xl/_rels/workbook.xml.rels', relations([...targets, 'styles" Target="styles.xml']));
  for (const [index, table] of tables.entries()) {
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, pieces: sheetPart(table, headers[index]!, book) };
  }
  yield { name: 'xl/styles.xml', pieces: [stylesPart(book)] };
}

function part(name: string, xml: string): ZipPart {
  return { name, pieces: [declaration + xml] };
}

function relations(ends: readonly string[]): string {
  const list = ends.map((end, index) => `<Relationship Id="rId${index + 1}" Type="${office}/${end}"/>`);
  return `<Relationships xmlns="${packaging}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(count: number): string {
  const override = (name: string, type: string) =>
    `<Override PartName="/xl/${name}" ContentType="${types}.${type}+xml"/>`;
  const sheets = Array.from({ length: count }, (_, index) =>
    override(`worksheets/sheet${index + 1}.xml`, 'worksheet'),
  );
  return [
    `<Types xmlns="${packaging}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('workbook.xml', 'sheet.main'),
    override('styles.xml', 'styles'),
    ...sheets,
    '</Types>',
  ].join('');
}
