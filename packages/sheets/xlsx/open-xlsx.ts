import { ensure } from '#kernel/refusal';
import type { Limits } from '../limits.ts';
import type { Source } from '../source.ts';
import type { Merge, Row, Sheet } from '../workbook.ts';
import { type Archive, openArchive, unpack } from './archive.ts';
import { readComments } from './comments.ts';
import type { CellContext } from './make-cell.ts';
import { missing, readPackage, type SheetPart } from './package.ts';
import { parseSheet, type SheetParse, type Usage } from './parse-sheet.ts';
import { parseXml } from './parse-xml.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readStyles } from './styles.ts';

/** An open workbook: its sheets are known, their rows still packed. */
export type OpenXlsx = {
  readonly archive: Archive;
  readonly sheets: readonly SheetPart[];
  readonly marks: ReadonlyMap<string, string>;
  /** The part that names the sheets. */
  readonly part: string;
  readonly context: CellContext;
  readonly limits: Limits;
  readonly usage: Usage;
};

export async function openXlsx(source: Source, name: string, limits: Limits): Promise<OpenXlsx> {
  const archive = await openArchive(source, name, limits);
  try {
    const found = await readPackage(archive, limits);
    const most = limits.sheets;
    ensure(found.sheets.length <= most, 'sheets.too_many', { name, what: '工作表数', limit: most });
    const strings = await readSharedStrings(archive, found.sharedStrings, limits);
    const styles = await readStyles(archive, found.styles, limits);
    const context = { strings, styles, date1904: found.date1904 };
    const usage = { rows: 0, cells: 0, formulaLength: 0 };
    return { archive, sheets: found.sheets, marks: found.marks, part: found.part, context, limits, usage };
  } catch (error) {
    archive.zip.close();
    throw error;
  }
}

export function closeXlsx(xlsx: OpenXlsx): void {
  xlsx.archive.zip.close();
}

/** Rows in batches as they are unpacked; the parse also collects what stands around them. */
export async function* batchesOf(
  xlsx: OpenXlsx,
  sheet: SheetPart,
): AsyncGenerator<{ rows: Row[]; parse: SheetParse }> {
  const { archive, context, limits, usage } = xlsx;
  const entry = archive.parts.get(sheet.part) ?? missing(archive, sheet.part);
  const comments = await readComments(archive, sheet.part, limits);
  const parse = parseSheet(archive.name, context, comments, limits, usage);
  for await (const _ of parseXml(unpack(archive, entry, limits), archive.name, parse.handler)) {
    yield { rows: parse.takeRows(), parse };
  }
}

export async function readSheet(xlsx: OpenXlsx, part: SheetPart): Promise<Sheet> {
  const rows = new Map<number, Row>();
  let lastRow = 0;
  let lastColumn = 0;
  let merges: readonly Merge[] = [];
  let hiddenColumns: ReadonlySet<number> = new Set();
  for await (const batch of batchesOf(xlsx, part)) {
    ({ merges, hiddenColumns } = batch.parse);
    lastColumn = batch.parse.lastColumn();
    for (const row of batch.rows) {
      const before = rows.get(row.number);
      rows.set(row.number, before ? { ...row, cells: new Map([...before.cells, ...row.cells]) } : row);
      if (row.number > lastRow) lastRow = row.number;
    }
  }
  return { name: part.name, hidden: part.hidden, lastRow, lastColumn, rows, merges, hiddenColumns };
}
