import type { Cell, Merge, Row, Sheet } from '#sheets';

/** A sheet with its merged areas looked up. */
export type Grid = {
  readonly sheet: Sheet;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** What a cell holds itself. */
  at(row: number, column: number): Cell | undefined;
  /** The same, or what a merged area that reaches over this row holds for this column. */
  spanned(row: number, column: number): Cell | undefined;
  mergeAt(row: number, column: number): Merge | undefined;
  /** Cells of a row that hold something to read, from left to right. */
  filled(row: number): readonly Cell[];
  rowAt(row: number): Row | undefined;
};

export function gridOf(sheet: Sheet): Grid {
  const merges = new Map<number, Merge[]>();
  for (const merge of sheet.merges) {
    for (let row = merge.fromRow; row <= Math.min(merge.toRow, sheet.lastRow); row++) {
      const there = merges.get(row);
      if (there) there.push(merge);
      else merges.set(row, [merge]);
    }
  }
  const at = (row: number, column: number) => sheet.rows.get(row)?.cells.get(column);
  const mergeAt = (row: number, column: number) =>
    merges.get(row)?.find((m) => m.fromColumn <= column && column <= m.toColumn);
  // A row is looked at several times before the next one is.
  let filledRow = 0;
  let filledCells: readonly Cell[] = [];
  return {
    sheet,
    lastRow: sheet.lastRow,
    lastColumn: sheet.lastColumn,
    at,
    mergeAt,
    spanned(row, column) {
      const merge = mergeAt(row, column);
      return merge && merge.fromColumn === column ? at(merge.fromRow, column) : at(row, column);
    },
    filled(row) {
      if (row === filledRow) return filledCells;
      filledRow = row;
      filledCells = filledIn(sheet.rows.get(row));
      return filledCells;
    },
    rowAt: (row) => sheet.rows.get(row),
  };
}

/** In a file cells nearly always stand in order. */
function filledIn(row: Row | undefined): readonly Cell[] {
  const cells: Cell[] = [];
  let inOrder = true;
  for (const cell of row?.cells.values() ?? []) {
    if (!isFilled(cell)) continue;
    if (inOrder && cell.column < (cells.at(-1)?.column ?? 0)) inOrder = false;
    cells.push(cell);
  }
  return inOrder ? cells : cells.sort((a, b) => a.column - b.column);
}

export function isFilled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.kind !== 'blank' && (cell.kind !== 'text' || /\S/.test(cell.text));
}

/** A1 notation of a place that may hold no cell. */
export function refOf(row: number, column: number): string {
  return letterOf(column) + row;
}

export function letterOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
