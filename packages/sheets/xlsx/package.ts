import { refuse } from '#kernel/refusal';
import type { Limits } from '../limits.ts';
import { type Archive, unpack } from './archive.ts';
import { isTrue, prefixed, readXml } from './parse-xml.ts';
import { type Relation, readRelations } from './relations.ts';

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: string };

/** What the workbook part tells about the others. */
export type Package = {
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** Days count from 1904-01-01, as old Macintosh workbooks do. */
  readonly date1904: boolean;
  /** Where the workbook part itself lies. */
  readonly part: string;
  readonly marks: ReadonlyMap<string, string>;
};

/** Says by its content what a zip archive is, refuses all but a workbook without macros, and finds its parts. */
export async function readPackage(archive: Archive, limits: Limits): Promise<Package> {
  await ensureWorkbook(archive, limits);
  const part = await workbookPart(archive, limits);
  const relations = await readRelations(archive, part, limits);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const one = (kind: string) => relations.find((relation) => relation.kind === kind)?.part;
  const sheets: SheetPart[] = [];
  const marks = new Map<string, string>();
  let named: string | undefined;
  let content = '';
  let date1904 = false;
  const entry = archive.parts.get(part) ?? missing(archive, part);
  await readXml(unpack(archive, entry, limits), archive.name, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes['date1904']);
      if (name === 'definedName') [named, content] = [attributes['name'], ''];
      if (name !== 'sheet') return;
      const relation: Relation | undefined = byId.get(prefixed(attributes, 'id') ?? '');
      if (relation && relation.kind !== 'worksheet') return;
      const state = attributes['state'];
      sheets.push({
        name: attributes['name'] ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        part: relation?.part ?? missing(archive, attributes['name'] ?? ''),
      });
    },
    text(piece) {
      if (named !== undefined) content += piece;
    },
    close(name) {
      if (name !== 'definedName') return;
      const literal = /^"(.*)"$/s.exec(content)?.[1];
      if (named !== undefined && literal !== undefined) marks.set(named, literal.replaceAll('""', '"'));
      named = undefined;
    },
  });
  return { sheets, sharedStrings: one('sharedStrings'), styles: one('styles'), date1904, part, marks };
}

export function missing(archive: Archive, part: string): never {
  return refuse('sheets.damaged', { name: archive.name, detail: `缺少 ${part}` });
}

async function ensureWorkbook(archive: Archive, limits: Limits): Promise<void> {
  const { name, parts } = archive;
  const entry = parts.get('[content_types].xml');
  if (!entry) {
    if (parts.has('content.xml') && parts.has('mimetype')) refuse('sheets.open_document', { name });
    if (parts.has('encryptedpackage')) refuse('sheets.password', { name });
    refuse('sheets.not_a_workbook', { name, what: '压缩包' });
  }
  let types = '';
  await readXml(unpack(archive, entry, limits), name, {
    open: (_, attributes) => {
      types += ` ${attributes['ContentType'] ?? ''}`;
    },
  });
  if ([...parts.keys()].some((part) => /(^|\/)vbaproject[^/]*\.bin$/.test(part)))
    refuse('sheets.macros', { name });
  if (/sheet\.binary/i.test(types)) refuse('sheets.binary_workbook', { name });
  if (/macroEnabled|vbaProject/i.test(types)) refuse('sheets.macros', { name });
  if (/spreadsheetml\.(sheet|template)\.main/.test(types)) return;
  const what = /wordprocessingml/.test(types)
    ? ' Word 文档'
    : /presentationml/.test(types)
      ? '演示文稿'
      : '压缩包';
  refuse('sheets.not_a_workbook', { name, what });
}

async function workbookPart(archive: Archive, limits: Limits): Promise<string> {
  const root = await readRelations(archive, '', limits);
  const found = root.find((relation) => relation.kind === 'officeDocument')?.part;
  if (found && archive.parts.has(found)) return found;
  return archive.parts.has('xl/workbook.xml') ? 'xl/workbook.xml' : missing(archive, 'xl/workbook.xml');
}
