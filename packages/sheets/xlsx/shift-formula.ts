import { columnName, parseRef } from '../cell-ref.ts';

/** Texts, quoted sheets, columns of tables, and words; a word before ( is a function, before ! a sheet. */
const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[[^\]]*\]|[$\w.\u0080-\uffff]+(?:\s*\(|!)?/g;

/** A shared formula is written once; the other cells have it moved: relative references shift, $ stays. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(pieces, (piece) => {
    const parts = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/.exec(piece);
    const at = parts && parseRef(`${parts[2]}${parts[4]}`);
    if (!parts || !at) return piece;
    const column = parts[1] ? at.column : at.column + columns;
    const row = parts[3] ? at.row : at.row + rows;
    if (column < 1 || row < 1) return '#REF!';
    return `${parts[1]}${columnName(column)}${parts[3]}${row}`;
  });
}
