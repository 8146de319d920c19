import ExcelJS from 'exceljs';
import { readWorkbook, type Workbook } from '#sheets';

export type Value =
  | string
  | number
  | Date
  | null
  | undefined
  | { readonly f: string; readonly v: string | number }
  | { readonly error: string }
  | { readonly v: number | string; readonly format?: string; readonly struck?: boolean };

export type SheetSource = {
  readonly name?: string;
  readonly rows: readonly (readonly Value[])[];
  /** A1:C1 … */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
  /** Bordered blank rows after the last. */
  readonly trailing?: number;
};

/** An office's workbook, written and read back like one that was mailed. */
export async function officeWorkbook(...sheets: readonly SheetSource[]): Promise<Workbook> {
  const book = new ExcelJS.Workbook();
  for (const [i, source] of sheets.entries()) addSheet(book, source, source.name ?? `Sheet${i + 1}`);
  return readWorkbook(Buffer.from(await book.xlsx.writeBuffer()), { name: '测试.xlsx' });
}

function addSheet(book: ExcelJS.Workbook, source: SheetSource, name: string): void {
  const sheet = book.addWorksheet(name, source.hidden ? { state: 'hidden' } : {});
  source.rows.forEach((values, r) => {
    values.forEach((value, c) => {
      if (value !== null && value !== undefined) setCell(sheet.getCell(r + 1, c + 1), value);
    });
    sheet.getRow(r + 1).height = 20;
  });
  for (const merge of source.merges ?? []) sheet.mergeCells(merge);
  for (const row of source.hiddenRows ?? []) sheet.getRow(row).hidden = true;
  for (const column of source.hiddenColumns ?? []) sheet.getColumn(column).hidden = true;
  for (let i = 1; i <= (source.trailing ?? 0); i++) {
    sheet.getCell(source.rows.length + i, 1).border = { top: { style: 'thin' } };
  }
}

function setCell(cell: ExcelJS.Cell, value: NonNullable<Value>): void {
  if (typeof value !== 'object' || value instanceof Date) {
    cell.value = value;
    if (value instanceof Date) cell.numFmt = 'yyyy/m/d';
  } else if ('f' in value) cell.value = { formula: value.f, result: value.v };
  else if ('error' in value) cell.value = { error: value.error as ExcelJS.CellErrorValue['error'] };
  else {
    cell.value = value.v;
    if (value.format) cell.numFmt = value.format;
    if (value.struck) cell.font = { strike: true };
  }
}

/** A CSV as an office's system exports it. */
export function csvWorkbook(text: string): Promise<Workbook> {
  return readWorkbook(Buffer.from(text, 'utf8'), { name: '测试.csv' });
}
