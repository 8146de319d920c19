import { ensure, refuse } from '#kernel/refusal';
import { contentOf } from '../content.ts';
import { type Limits, withLimits } from '../limits.ts';
import { type ZipPart, zipBytes } from '../out/zip.ts';
import { ensureSize, type ReadOptions } from '../read-workbook.ts';
import '../refusals.ts';
import { type Source, sizeText } from '../source.ts';
import { type Archive, partKey, unpack } from '../xlsx/archive.ts';
import { closeXlsx, type OpenXlsx, openXlsx } from '../xlsx/open-xlsx.ts';
import { editSheet, type SheetFills } from './edit-sheet.ts';
import type { Fill, FillValue } from './fill.ts';
import { recalculated } from './recalculated.ts';

export type FilledWorkbook = {
  readonly bytes: Buffer;
  /** Cells with a formula, which keeps its place: `sheet!B7`. */
  readonly formulas: readonly string[];
};

/** A worksheet is held as text while it is edited. */
const mostSheetBytes = 64 * 1024 * 1024;

/**
 * The sender's own workbook with values put into its cells: every other part of it is copied as it is, and all formulas
 * are calculated anew when it is opened. Only .xlsx can be kept so.
 */
export async function fillWorkbook(
  source: Source,
  fills: readonly Fill[],
  options: ReadOptions,
): Promise<FilledWorkbook> {
  const { name } = options;
  const limits = withLimits(options.limits);
  await ensureSize(source, name, limits);
  if ((await contentOf(source, name)) !== 'zip') refuse('sheets.not_fillable', { name });
  const xlsx = await openXlsx(source, name, limits);
  try {
    const formulas: string[] = [];
    const bytes = await zipBytes(partsOf(xlsx, fillsOf(fills), limits, formulas));
    return { bytes, formulas };
  } finally {
    closeXlsx(xlsx);
  }
}

function fillsOf(fills: readonly Fill[]): Map<string, Map<number, Map<number, FillValue>>> {
  const sheets = new Map<string, Map<number, Map<number, FillValue>>>();
  for (const { sheet, row, column, value } of fills) {
    const rows = sheets.get(sheet) ?? new Map<number, Map<number, FillValue>>();
    const cells = rows.get(row) ?? new Map<number, FillValue>();
    sheets.set(sheet, rows.set(row, cells.set(column, value)));
  }
  return sheets;
}

async function* partsOf(
  { archive, sheets, part: workbookPart, context }: OpenXlsx,
  fills: ReadonlyMap<string, SheetFills>,
  limits: Limits,
  formulas: string[],
): AsyncGenerator<ZipPart> {
  const sheetOf = new Map(sheets.map((sheet) => [sheet.part, sheet.name]));
  for (const entry of archive.parts.values()) {
    const name = entry.fileNameRaw.toString('utf8');
    const key = partKey(name);
    const sheet = sheetOf.get(key);
    if (sheet !== undefined) {
      const xml = await textOf(archive, entry, limits);
      const edited = editSheet(xml, archive.name, fills.get(sheet) ?? new Map(), context);
      formulas.push(...edited.formulas.map((ref) => `${sheet}!${ref}`));
      yield { name, pieces: [edited.xml] };
    } else if (key === workbookPart) {
      yield { name, pieces: [recalculated(await textOf(archive, entry, limits))] };
    } else yield { name, pieces: unpack(archive, entry, limits) };
  }
}

/** Parts in other encodings than UTF-8 are rare and cannot be edited in place. */
async function textOf(
  archive: Archive,
  entry: Parameters<typeof unpack>[1],
  limits: Limits,
): Promise<string> {
  const { name } = archive;
  const details = { name, actual: sizeText(entry.uncompressedSize), limit: sizeText(mostSheetBytes) };
  ensure(entry.uncompressedSize <= mostSheetBytes, 'sheets.unpacks_too_large', details);
  const pieces: Buffer[] = [];
  for await (const piece of unpack(archive, entry, limits)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const declared = /^[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(bytes.toString('latin1', 0, 200))?.[1];
  const isUtf8 =
    bytes[0] !== 0xff && bytes[0] !== 0xfe && /^(?:utf-?8|ascii|us-ascii)$/i.test(declared ?? 'utf-8');
  ensure(isUtf8, 'sheets.damaged', { name, detail: '内部文字编码不是 UTF-8' });
  return bytes.toString('utf8');
}
