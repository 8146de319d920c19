import { daysBetween } from '#kernel/plain-date';
import { moneyText } from './decimal.ts';
import { type StyleBook, style, styleFor, textFormat } from './styles-part.ts';
import { type Column, looksLikeFormula } from './table.ts';
import { xmlText } from './xml-text.ts';

/** Writes the cell of one column: given the row and the reference, its XML. */
export type CellWriter<T> = (row: T, ref: string) => string;

export function cellWriter<T>(column: Column<T>, book: StyleBook): CellWriter<T> {
  const entry = column.entry !== undefined;
  if (column.kind === 'text') {
    const as = entry ? styleFor(book, textFormat, true) : style.text;
    return (row, ref) => textCell(ref, column.value(row) ?? '', as);
  }
  const format = styleFor(book, numberFormat(column), entry);
  return (row, ref) => {
    if (column.kind === 'date' && tooEarly(column.value(row))) return textCell(ref, column.value(row) ?? '');
    const literal = numberLiteral(column, row);
    return literal === undefined
      ? `<c r="${ref}" s="${format}"/>`
      : `<c r="${ref}" s="${format}"><v>${literal}</v></c>`;
  };
}

/** Spreadsheets number days from 1900 and miscount its first two months. */
function tooEarly(day: string | undefined | null): boolean {
  return typeof day === 'string' && day < '1900-03-01';
}

/** Text stays text: what looks like a formula also bears the mark by which programs keep it so when it is edited. */
export function textCell(ref: string, text: string, as: number = style.text): string {
  if (text === '') return `<c r="${ref}" s="${as}"/>`;
  const own = as === style.text && looksLikeFormula(text) ? style.guarded : as;
  return `<c r="${ref}" s="${own}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

function numberLiteral<T>(column: Exclude<Column<T>, { kind: 'text' }>, row: T): string | undefined {
  if (column.kind === 'money') {
    const fen = column.value(row);
    return fen === undefined || fen === null ? undefined : moneyText(fen, column.unit);
  }
  if (column.kind === 'date') {
    const day = column.value(row);
    return day ? String(daysBetween('1899-12-30', day)) : undefined;
  }
  const number = column.value(row);
  if (number === undefined || number === null) return undefined;
  if (typeof number === 'number' && !Number.isFinite(number))
    throw new Error(`${column.title}: not a number`);
  return String(number);
}

function numberFormat<T>(column: Exclude<Column<T>, { kind: 'text' }>): string {
  if (column.kind === 'date') return 'yyyy-mm-dd';
  const places = (digits: number) => (digits > 0 ? `.${'0'.repeat(digits)}` : '');
  if (column.kind === 'percent') return `0${places(column.digits ?? 1)}%`;
  return `#,##0${places(column.digits ?? (column.kind === 'money' ? 2 : 0))}`;
}
