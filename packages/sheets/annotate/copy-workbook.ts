import type exceljs from 'exceljs';
import { sheetNames } from '../out/sheet-names.ts';
import type { Cell, Sheet, Workbook } from '../workbook.ts';

/** Puts into an empty workbook the values, formulas, merged areas and comments of one that was read. */
export function copyWorkbook(book: exceljs.Workbook, workbook: Workbook): exceljs.Workbook {
  const names = sheetNames(workbook.sheets.map((sheet) => sheet.name));
  for (const [index, sheet] of workbook.sheets.entries()) copySheet(book, sheet, names[index] ?? sheet.name);
  return book;
}

function copySheet(book: exceljs.Workbook, sheet: Sheet, name: string): void {
  const copy = book.addWorksheet(name, { state: sheet.hidden ? 'hidden' : 'visible' });
  for (const row of sheet.rows.values()) {
    if (row.hidden) copy.getRow(row.number).hidden = true;
    for (const cell of row.cells.values()) copyCell(copy.getCell(cell.row, cell.column), cell);
  }
  for (const area of sheet.merges) copy.mergeCells(area.fromRow, area.fromColumn, area.toRow, area.toColumn);
  for (const column of sheet.hiddenColumns) copy.getColumn(column).hidden = true;
}

function copyCell(copy: exceljs.Cell, cell: Cell): void {
  const result = valueOfCell(cell);
  copy.value =
    cell.formula === undefined
      ? result
      : { formula: cell.formula, result: result ?? undefined, date1904: false };
  if (cell.format) copy.numFmt = cell.format;
  else if (cell.kind === 'date') copy.numFmt = 'yyyy-mm-dd';
  if (cell.struck) copy.font = { strike: true };
  if (cell.comment) copy.note = cell.comment;
}

function valueOfCell(cell: Cell): string | number | boolean | Date | exceljs.CellErrorValue | null {
  if (cell.kind === 'date') return new Date(`${cell.dateTime}Z`);
  if (cell.kind === 'number') return cell.number ?? null;
  if (cell.kind === 'boolean') return cell.boolean ?? null;
  if (cell.kind === 'error') return { error: (cell.error ?? '#N/A') as exceljs.CellErrorValue['error'] };
  return cell.text === '' ? null : cell.text;
}
