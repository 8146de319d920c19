import { ensure } from '#kernel/refusal';
import type { Cell, Row, Sheet } from '#sheets';
import '../refusals.ts';

/** One data row of a small table whose first filled row is its header. */
export type TableRow = { readonly number: number; readonly cell: (column: string) => Cell | undefined };

const plain = (text: string) => text.replace(/[\s（(].*$/s, '').trim();

/** Reads a table by its header; `columns` must all be there, in any order. */
export function headerTable(sheet: Sheet | undefined, columns: readonly string[]): TableRow[] {
  const rows = [...(sheet?.rows.values() ?? [])].filter(hasText);
  const [header, ...data] = rows;
  const at = new Map([...(header?.cells.values() ?? [])].map((cell) => [plain(cell.text), cell.column]));
  const missing = columns.filter((column) => !at.has(column));
  ensure(missing.length === 0, 'statistics.no_header', { columns: missing.join('、') });
  return data.map((row) => ({
    number: row.number,
    cell: (column) => row.cells.get(at.get(column) ?? 0),
  }));
}

function hasText(row: Row): boolean {
  return [...row.cells.values()].some((cell) => cell.text.trim() !== '');
}
