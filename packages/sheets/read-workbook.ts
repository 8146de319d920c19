import { ensure } from '#kernel/refusal';
import { type Limits, withLimits } from './limits.ts';
import './refusals.ts';
import { type Source, sizeText, sourceSize } from './source.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { closeXlsx, openXlsx, readSheet } from './xlsx/open-xlsx.ts';

export type ReadOptions = { readonly name: string; readonly limits?: Partial<Limits> };

/** Reads a whole workbook. What it is, its content says; the name is used in refusals only. */
export async function readWorkbook(source: Source, options: ReadOptions): Promise<Workbook> {
  const { name } = options;
  const limits = withLimits(options.limits);
  const size = await sourceSize(source);
  ensure(size > 0, 'sheets.empty_file', { name });
  ensure(size <= limits.fileBytes, 'sheets.file_too_large', {
    name,
    actual: sizeText(size),
    limit: sizeText(limits.fileBytes),
  });
  return readXlsx(source, name, limits);
}

async function readXlsx(source: Source, name: string, limits: Limits): Promise<Workbook> {
  const xlsx = await openXlsx(source, name, limits);
  try {
    ensure(xlsx.sheets.length <= limits.sheets, 'sheets.too_many', {
      name,
      what: '工作表数',
      limit: limits.sheets,
    });
    const sheets: Sheet[] = [];
    for (const part of xlsx.sheets) sheets.push(await readSheet(xlsx, part));
    return { format: 'xlsx', sheets };
  } finally {
    closeXlsx(xlsx);
  }
}
