import type exceljs from 'exceljs';
import { ensure } from '#kernel/refusal';
import { type Limits, withLimits } from '../limits.ts';
import { type ReadOptions, readWorkbook } from '../read-workbook.ts';
import { type Source, sourceBytes } from '../source.ts';
import type { Workbook } from '../workbook.ts';
import { openArchive, unpack } from '../xlsx/archive.ts';
import { copyWorkbook } from './copy-workbook.ts';
import { type Finding, findingsSheetName } from './finding.ts';
import { addFindingsSheet } from './findings-sheet.ts';
import { markCells, noteText, unmarkCells } from './mark-cells.ts';

const megabyte = 1024 * 1024;
const mostCells = 400_000;

/** The copy is made in one piece in memory, so less may come than can be read. */
const copyLimits = { fileBytes: 20 * megabyte, unpackedBytes: 120 * megabyte };

/** The work of `annotateWorkbook`, wherever it runs. */
export async function markedCopy(
  source: Source,
  findings: readonly Finding[],
  options: ReadOptions,
): Promise<Buffer> {
  const limits = withLimits({ ...copyLimits, ...options.limits });
  const workbook = await readWorkbook(source, { ...options, limits });
  ensure(cellCount(workbook) <= mostCells, 'sheets.too_large_to_mark', { name: options.name });
  const book = await editable(source, workbook, options.name, limits);
  const earlier = book.getWorksheet(findingsSheetName);
  if (earlier) book.removeWorksheet(earlier.id);
  const placed = inSheetsOf(book, workbook, findings);
  for (const sheet of book.worksheets) {
    if (earlier) unmarkCells(sheet);
    markCells(
      sheet,
      placed.filter((finding) => finding.sheet === sheet.name),
    );
  }
  addFindingsSheet(book, placed);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function cellCount(workbook: Workbook): number {
  let count = 0;
  for (const sheet of workbook.sheets) for (const row of sheet.rows.values()) count += row.cells.size;
  return count;
}

/** A copy cannot always keep the name of a sheet: a CSV file's is longer than a tab may be. */
function inSheetsOf(book: exceljs.Workbook, workbook: Workbook, findings: readonly Finding[]): Finding[] {
  const kept = workbook.sheets.filter((sheet) => sheet.name !== findingsSheetName);
  const names = new Map(kept.map((sheet, index) => [sheet.name, book.worksheets[index]?.name]));
  return findings.map((finding) => ({ ...finding, sheet: names.get(finding.sheet) ?? finding.sheet }));
}

async function editable(
  source: Source,
  workbook: Workbook,
  name: string,
  limits: Limits,
): Promise<exceljs.Workbook> {
  const { default: library } = await import('exceljs');
  if (workbook.format !== 'xlsx') return copyWorkbook(new library.Workbook(), workbook);
  await unpackAll(source, name, limits);
  const book = new library.Workbook();
  try {
    const bytes = await sourceBytes(source);
    await book.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    // The library stumbles over parts it does not know (charts, say). A plain copy loses looks, not content.
    return copyWorkbook(new library.Workbook(), workbook);
  }
  const complete = book.worksheets.length === workbook.sheets.length;
  if (complete) restoreComments(book, workbook);
  return complete ? book : copyWorkbook(new library.Workbook(), workbook);
}

/** The library loses comments that are written in other ways than Excel's. */
function restoreComments(book: exceljs.Workbook, workbook: Workbook): void {
  for (const [index, sheet] of workbook.sheets.entries()) {
    for (const row of sheet.rows.values()) {
      for (const { comment, ref } of row.cells.values()) {
        const cell = comment === undefined ? undefined : book.worksheets[index]?.getCell(ref);
        if (cell && comment && noteText(cell).trim() !== comment) cell.note = comment;
      }
    }
  }
}

/** The library unpacks every part without asking for its size, so all of them are tried first. */
async function unpackAll(source: Source, name: string, limits: Limits): Promise<void> {
  const archive = await openArchive(source, name, limits);
  try {
    for (const entry of archive.parts.values()) for await (const _ of unpack(archive, entry, limits));
  } finally {
    archive.zip.close();
  }
}
