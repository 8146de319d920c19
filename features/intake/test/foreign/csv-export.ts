import type ExcelJS from 'exceljs';

/** A sheet as a spreadsheet program exports it to CSV: values as shown, no merged areas, no looks. */
export function csvOf(sheet: ExcelJS.Worksheet, lastRow: number): Buffer {
  const lines: string[] = [];
  for (let row = 1; row <= lastRow; row++) {
    const fields = Array.from({ length: sheet.columnCount }, (_, i) => shown(sheet.getCell(row, i + 1)));
    lines.push(fields.map(quoted).join(','));
  }
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8');
}

function shown(cell: ExcelJS.Cell): string {
  if (cell.isMerged && cell.master !== cell) return '';
  const { value } = cell;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (value !== null && typeof value === 'object' && 'formula' in value) return String(cell.result ?? 0);
  if (value !== null && typeof value === 'object' && 'error' in value) return value.error;
  return cell.text;
}

function quoted(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
