import type { Workbook } from '#sheets';

const firstRows = 8;

/** The words a workbook begins with, sheet by sheet: where a mark of secrecy would stand. */
export function secrecyTextOf(workbook: Workbook): string {
  return workbook.sheets
    .flatMap((sheet) => [
      sheet.name,
      ...[...sheet.rows.values()]
        .filter((row) => row.number <= firstRows)
        .flatMap((row) => [...row.cells.values()].map((cell) => cell.text)),
    ])
    .filter((text) => text !== '')
    .join('\n');
}
