import { ensure } from '#kernel/refusal';
import { contentOf } from './content.ts';
import { readCsv } from './csv/read-csv.ts';
import { type Limits, withLimits } from './limits.ts';
import './refusals.ts';
import { type Source, sizeText, sourceSize } from './source.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { readXls } from './xls/read-xls.ts';
import { closeXlsx, openXlsx, readSheet } from './xlsx/open-xlsx.ts';

export type ReadOptions = { readonly name: string; readonly limits?: Partial<Limits> };

/** Reads a whole workbook. What it is, its content says; the name is used in refusals only. */
export async function readWorkbook(source: Source, options: ReadOptions): Promise<Workbook> {
  const { name } = options;
  const limits = withLimits(options.limits);
  await ensureSize(source, name, limits);
  const content = await contentOf(source, name);
  if (content === 'ole') return readXls(source, name, limits);
  if (content === 'text') return readCsv(source, name, limits);
  return readXlsx(source, name, limits);
}

export async function ensureSize(source: Source, name: string, limits: Limits): Promise<void> {
  const size = await sourceSize(source);
  ensure(size > 0, 'sheets.empty_file', { name });
  const { fileBytes } = limits;
  const details = { name, actual: sizeText(size), limit: sizeText(fileBytes) };
  ensure(size <= fileBytes, 'sheets.file_too_large', details);
}

async function readXlsx(source: Source, name: string, limits: Limits): Promise<Workbook> {
  const xlsx = await openXlsx(source, name, limits);
  try {
    const sheets: Sheet[] = [];
    for (const part of xlsx.sheets) sheets.push(await readSheet(xlsx, part));
    return { format: 'xlsx', sheets, marks: xlsx.marks };
  } finally {
    closeXlsx(xlsx);
  }
}
