import { type City, ensureMay } from '#access';
import { readFileBytes } from '#files';
import { refuse } from '#kernel/refusal';
import { annotateWorkbook } from '#sheets';
import type { Column, Mapping } from '../domain/column.ts';
import type { WriteOptions } from '../import-request.ts';
import { type ImportOutcome, outcomeOf } from '../outcome.ts';
import { findImportRun, type ImportId, type ImportRun, listImportRuns } from '../store/import-run.ts';
import { previewOf } from './preview-import.ts';
import { type Reading, readImport } from './read-import.ts';
import { openSent } from './take-workbook.ts';

export type SheetView = {
  readonly name: string;
  readonly ignored: boolean;
  readonly doubts: readonly string[];
  readonly columns: readonly Pick<Column, 'col' | 'header' | 'field' | 'unit' | 'hidden' | 'doubt'>[];
};

export type ImportPreview = {
  readonly run: ImportRun;
  readonly outcome: ImportOutcome;
  readonly sheets: readonly SheetView[];
};

export async function getImportRun(city: City, importId: ImportId): Promise<ImportRun> {
  ensureMay(city, 'import.view');
  return (await findImportRun(city.tx, importId)) ?? refuse('import.not_found');
}

export async function listImports(city: City, page: { readonly limit: number; readonly offset: number }) {
  ensureMay(city, 'import.view');
  return listImportRuns(city.tx, page);
}

/** Reads the kept workbook anew, as it would be written now. */
export async function readAgain(
  city: City,
  run: ImportRun,
  how: { readonly mapping?: Mapping; readonly acceptSimilar?: WriteOptions['acceptSimilar'] } = {},
): Promise<Reading> {
  const file = { name: run.fileName, bytes: await bytesOf(city, run) };
  const request = { ...run, mapping: how.mapping ?? run.mapping };
  return readImport(city, request, await openSent(file), how.acceptSimilar ?? false);
}

/** The import with everything found in its workbook. What was written is shown with the numbers it got. */
export async function viewImport(city: City, importId: ImportId): Promise<ImportPreview> {
  const run = await getImportRun(city, importId);
  return previewOfRun(city, run, await readAgain(city, run));
}

export function previewOfRun(city: City, run: ImportRun, reading: Reading): ImportPreview {
  const outcome =
    run.status === 'read'
      ? previewOf(city, run, reading)
      : outcomeOf(reading.result, reading.result.rows, run.written);
  return { run, outcome, sheets: reading.result.sheets.map(sheetView) };
}

function sheetView(sheet: Reading['result']['sheets'][number]): SheetView {
  const { name, ignored = false, doubts, columns = [] } = sheet;
  return {
    name,
    ignored,
    doubts,
    columns: columns.map(({ col, header, field, unit, hidden, doubt }) => ({
      ...{ col, header, field, hidden },
      ...(unit ? { unit } : {}),
      ...(doubt ? { doubt } : {}),
    })),
  };
}

/** The sender's own workbook with the findings written into it. */
export async function markedCopy(
  city: City,
  importId: ImportId,
): Promise<{ name: string; bytes: Uint8Array }> {
  const run = await getImportRun(city, importId);
  const bytes = await bytesOf(city, run);
  const reading = await readAgain(city, run);
  const copy = await annotateWorkbook(bytes, reading.result.findings, { name: run.fileName });
  return { name: `${run.fileName.replace(/\.[^.]+$/, '')}（检查结果）.xlsx`, bytes: copy };
}

async function bytesOf(city: City, run: ImportRun): Promise<Buffer> {
  return run.fileId ? readFileBytes(city, run.fileId) : refuse('import.not_found');
}
