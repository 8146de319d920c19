import type { Cell } from '#sheets';
import { type Column, isAmountField } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import type { Grid } from './grid.ts';
import { isCounted, isNumbered, stageOfTitle } from './section.ts';
import { spelling } from './spelling.ts';

export type RowLook = {
  readonly filled: readonly Cell[];
  readonly texts: readonly Cell[];
  readonly numbers: readonly Cell[];
  readonly columns: readonly Column[];
  readonly dictionary: Dictionary;
  /** The row's words with their numbering. */
  readonly label: string;
  /** Nearly every data row of the table has a 序号. */
  readonly serials: boolean;
};

/** One line of words over the rows it heads, with nothing beside it but sums. */
export function isSectionRow(grid: Grid, row: number, look: RowLook): boolean {
  const { filled, texts, numbers, columns } = look;
  const [cell] = texts;
  const name = columns.find((c) => c.field === 'name')?.number ?? 0;
  const seq = columns.find((c) => c.field === 'seq')?.number;
  if (!cell || texts.length > 1 || cell.text.length > 60 || cell.column > Math.max(name, 3)) return false;
  if (numbers.some((n) => n.column !== seq && !isAmount(n, columns))) return false;
  const serial = filled.find((c) => c.column === seq);
  if (serial && serial !== cell && /^\(?\d/.test(spelling(serial.text))) return false;
  if (numbers.length > 0) return saysSection(cell, look);
  if (cell.column === seq || (cell.column !== name && cell.column < name)) return true;
  return isWide(grid, row, cell, columns.length) || saysSection(cell, look) || (look.serials && !serial);
}

function isAmount(cell: Cell, columns: readonly Column[]): boolean {
  const column = columns.find((c) => c.number === cell.column);
  return column !== undefined && (isAmountField(column.field) || column.field === null);
}

function isWide(grid: Grid, row: number, cell: Cell, columns: number): boolean {
  const merge = grid.mergeAt(row, cell.column);
  return merge !== undefined && merge.toColumn - merge.fromColumn + 1 >= Math.max(3, columns * 0.5);
}

/** Numbered, counted, or the name of a district or stage. */
function saysSection(cell: Cell, { label, dictionary }: RowLook): boolean {
  const text = spelling(cell.text);
  if (isNumbered(label) || isCounted(text) || dictionary.places.has(text)) return true;
  return text.length <= 12 && stageOfTitle(text, dictionary) !== undefined;
}
