import type { Cell } from '#sheets';

/** A cell as a workbook holds it: text, number, or with more said about it. */
export function cellOf(value: string | number, more: Partial<Cell> = {}): Cell {
  const place = { row: 1, column: 1, ref: 'A1', struck: false, text: String(value) };
  if (typeof value === 'string') return { ...place, kind: 'text', ...more };
  return { ...place, kind: 'number', number: value, rawNumber: String(value), ...more };
}
