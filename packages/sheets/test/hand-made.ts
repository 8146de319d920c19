import { ZipFile } from 'yazl';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strictMain = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const strictOffice = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

export type HandMade = {
  /** What stands in sheetData. */
  readonly data?: string;
  /** What stands before and after it. */
  readonly before?: string;
  readonly after?: string;
  readonly strings?: readonly string[];
  /** Number formats by id and the cell styles pointing to them, in order. */
  readonly formats?: Readonly<Record<number, string>>;
  readonly fonts?: string;
  readonly xfs?: readonly string[];
  readonly workbookPr?: string;
  readonly strict?: boolean;
  readonly state?: string;
  readonly contentType?: string;
  readonly comments?: string;
  /** Parts to add or, with undefined, to leave out. */
  readonly parts?: Readonly<Record<string, string | Buffer | undefined>>;
  readonly sheetPart?: string;
  readonly rename?: (part: string) => string;
};

/** A workbook of one sheet, made by hand so that it can be wrong in every way. */
export function handMade(made: HandMade): Promise<Buffer> {
  const ns = made.strict ? strictMain : main;
  const rel = made.strict ? strictOffice : office;
  const relations = (...inner: [id: string, kind: string, target: string][]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner
      .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${rel}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const formats = Object.entries(made.formats ?? {}).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`,
  );
  const sheetPart = made.sheetPart ?? 'xl/worksheets/sheet1.xml';
  const parts: Record<string, string | Buffer | undefined> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${made.contentType ?? type}"/></Types>`,
    '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${ns}" xmlns:r="${rel}">${made.workbookPr ?? ''}<sheets><sheet name="表一" sheetId="1" state="${made.state ?? 'visible'}" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['rId1', 'worksheet', sheetPart.replace(/^xl\//, '')],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', '/xl/styles.xml'],
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${ns}">${(made.strings ?? []).map((si) => `<si>${si}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${ns}"><numFmts>${formats.join('')}</numFmts><fonts>${made.fonts ?? '<font/>'}</fonts><cellStyleXfs><xf/></cellStyleXfs><cellXfs>${(made.xfs ?? ['<xf/>']).join('')}</cellXfs></styleSheet>`,
    [sheetPart]: `<worksheet xmlns="${ns}" xmlns:r="${rel}">${made.before ?? ''}<sheetData>${made.data ?? ''}</sheetData>${made.after ?? ''}</worksheet>`,
    ...(made.comments && {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(['rId1', 'comments', '../comments1.xml']),
      'xl/comments1.xml': `<comments xmlns="${ns}"><commentList>${made.comments}</commentList></comments>`,
    }),
    ...made.parts,
  };
  const renamed = Object.entries(parts).map(([name, text]) => [made.rename?.(name) ?? name, text] as const);
  return zipOf(renamed);
}

export async function zipOf(
  parts: Iterable<readonly [name: string, content: string | Buffer | undefined]>,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of parts) if (content !== undefined) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
