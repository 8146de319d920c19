import type { Cell, Merge, Row, Sheet, Workbook } from '#sheets';
import { refOf } from '../domain/grid.ts';

export type Plain = string | number | null;

/** A workbook of one sheet made in memory, for tests that make thousands. */
export function workbookOf(
  rows: readonly (readonly Plain[])[],
  options: { name?: string; merges?: readonly Merge[] } = {},
): Workbook {
  return { format: 'xlsx', sheets: [sheetOf(rows, options)] };
}

function sheetOf(
  rows: readonly (readonly Plain[])[],
  { name = 'Sheet1', merges = [] }: { name?: string; merges?: readonly Merge[] },
): Sheet {
  const found = new Map<number, Row>();
  let lastColumn = 0;
  for (const [r, values] of rows.entries()) {
    const cells = new Map<number, Cell>();
    for (const [c, value] of values.entries()) {
      if (value === null || value === '') continue;
      cells.set(c + 1, cellOf(r + 1, c + 1, value));
      lastColumn = Math.max(lastColumn, c + 1);
    }
    found.set(r + 1, { number: r + 1, hidden: false, cells });
  }
  return {
    name,
    hidden: false,
    lastRow: rows.length,
    lastColumn,
    rows: found,
    merges,
    hiddenColumns: new Set(),
  };
}

function cellOf(row: number, column: number, value: string | number): Cell {
  const place = { row, column, ref: refOf(row, column), struck: false, text: String(value) };
  return typeof value === 'string'
    ? { ...place, kind: 'text' }
    : { ...place, kind: 'number', number: value, rawNumber: String(value) };
}
