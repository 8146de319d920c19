import type { Cell } from '#sheets';
import type { Column } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { type Grid, isFilled } from './grid.ts';
import { remarkKind } from './remark-row.ts';
import { isSectionRow } from './section-row.ts';
import { spelling } from './spelling.ts';
import { sumKind } from './sum-row.ts';

/** Why a row is no data, in the words of the result. */
export type SkipWhy =
  | 'title'
  | 'unit'
  | 'header'
  | 'section'
  | 'subtotal'
  | 'total'
  | 'note'
  | 'signature'
  | 'blank';

export type RowKind = { readonly kind: 'data' } | { readonly kind: SkipWhy; readonly label: string };

const data: RowKind = { kind: 'data' };

/** Judges a row below a header. */
export function rowKind(
  grid: Grid,
  row: number,
  columns: readonly Column[],
  dictionary: Dictionary,
  serials = false,
): RowKind {
  const filled = grid.filled(row);
  const seqs = serialColumns(columns);
  const content = filled.filter(
    (cell) => !isEmptyMark(cell, dictionary) && !(seqs.includes(cell.column) && isSerial(cell)),
  );
  if (content.length === 0) return { kind: 'blank', label: '' };
  const label = labelOf(filled);
  const sum = sumKind(content, columns, dictionary);
  if (sum) return { kind: sum, label };
  const numbers = content.filter((cell) => cell.kind !== 'text');
  const texts = content.filter((cell) => cell.kind === 'text');
  const remark = numbers.length === 0 ? remarkKind(texts, columns, dictionary) : undefined;
  if (remark) return { kind: remark, label };
  const code = columns.find((c) => c.field === 'code')?.number;
  if (texts.length > 2 || (code !== undefined && isFilled(grid.at(row, code)))) return data;
  const look = { filled, texts, numbers, columns, dictionary, label, serials };
  return isSectionRow(grid, row, look) ? { kind: 'section', label } : data;
}

const serialsOf = new WeakMap<readonly Column[], readonly number[]>();

/** Columns that only count rows: found once for a table, asked for every row of it. */
function serialColumns(columns: readonly Column[]): readonly number[] {
  const known = serialsOf.get(columns);
  if (known) return known;
  const found = columns.filter((c) => c.field === 'seq' || /序号|编号$/.test(c.header)).map((c) => c.number);
  serialsOf.set(columns, found);
  return found;
}

function isEmptyMark(cell: Cell, { emptyMarks }: Dictionary): boolean {
  return cell.kind === 'text' && emptyMarks.has(spelling(cell.text));
}

/** 1, （1）, 1.1, 十二: a number that only counts rows. */
function isSerial(cell: Cell): boolean {
  if (cell.kind === 'number') return true;
  return /^[(（]?(?:\d{1,5}(?:[-.]\d{1,4})*|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]?[.、]?$/.test(
    spelling(cell.text),
  );
}

/** The words a row begins with; a lone number before them is their numbering. */
function labelOf(filled: readonly Cell[]): string {
  const [first, second] = filled;
  if (!first) return '';
  if (second?.kind === 'text' && isSerial(first)) {
    const mark = spelling(first.text);
    if (!/^[一二三四五六七八九十]{1,3}$/.test(mark))
      return /^\(/.test(mark) ? mark + second.text : second.text;
    return `${mark}、${second.text}`;
  }
  return first.text;
}
