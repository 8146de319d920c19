import { cellRef } from '../cell-ref.ts';
import { daySerial } from '../serial-day.ts';
import type { Cell } from '../workbook.ts';
import { cleanText, type Struck } from './rich-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import { plainStyle, type Style } from './styles.ts';

/** What cells of a workbook share. */
export type CellContext = {
  readonly strings: SharedStrings;
  readonly styles: readonly Style[];
  readonly date1904: boolean;
};

/** A cell element as its part holds it. */
export type RawCell = {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly value: string | undefined;
  readonly inline: { text: string; struck: Struck } | undefined;
  readonly formula: string | undefined;
  readonly comment: string | undefined;
};

/** Whether a value, as the file holds it, is none: an empty text, or the number of one. */
export function isNothing(type: string, value: string, { strings }: CellContext): boolean {
  if (value === '') return true;
  return type === 's' && (strings.texts[Number(value)] ?? '') === '';
}

type Value = Pick<Cell, 'kind' | 'text' | 'number' | 'rawNumber' | 'boolean' | 'error' | 'day' | 'dateTime'>;

const blank: Value = { kind: 'blank', text: '' };

/** The cell, or undefined where it holds nothing: no value, no formula, no comment. */
export function makeCell(raw: RawCell, context: CellContext): Cell | undefined {
  const style = context.styles[raw.style] ?? plainStyle;
  const value = readValue(raw, style, context);
  const { row, column, formula, comment } = raw;
  if (value.kind === 'blank' && formula === undefined && comment === undefined) return undefined;
  const runs = raw.type === 's' ? context.strings.struck.get(Number(raw.value)) : raw.inline?.struck;
  const struck = runs === 'all' || (runs !== 'none' && style.struck);
  const place = { row, column, ref: cellRef(row, column) };
  const cell = shape(place, value, struck, style.format);
  if (formula !== undefined) cell.formula = formula;
  if (comment !== undefined) cell.comment = comment;
  return cell;
}

/** One literal per kind: a cell takes no room for what its kind does not have, which halves a large workbook. */
function shape(
  { row, column, ref }: Pick<Cell, 'row' | 'column' | 'ref'>,
  { kind, text, number, rawNumber, day, dateTime, boolean, error }: Value,
  struck: boolean,
  format: string | undefined,
): Writable<Cell> {
  if (day !== undefined) {
    return { row, column, ref, kind, text, struck, number, rawNumber, day, dateTime, format };
  }
  if (kind === 'number') {
    if (format === undefined) return { row, column, ref, kind, text, struck, number, rawNumber };
    return { row, column, ref, kind, text, struck, number, rawNumber, format };
  }
  if (kind === 'boolean') return { row, column, ref, kind, text, struck, boolean, format };
  if (kind === 'error') return { row, column, ref, kind, text, struck, error, format };
  if (format === undefined) return { row, column, ref, kind, text, struck };
  return { row, column, ref, kind, text, struck, format };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function readValue(raw: RawCell, style: Style, context: CellContext): Value {
  if (raw.inline) return textValue(raw.inline.text);
  const { value } = raw;
  if (value === undefined || value === '') return blank;
  switch (raw.type) {
    case 's':
      return textValue(context.strings.texts[Number(value)] ?? '');
    case 'str':
      return textValue(cleanText(value));
    case 'b':
      return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE', boolean: value === '1' };
    case 'e':
      return { kind: 'error', text: value, error: value };
    case 'd':
      return isoValue(value);
    default:
      return numberValue(value, style.date, context.date1904);
  }
}

function textValue(text: string): Value {
  return text === '' ? blank : { kind: 'text', text };
}

/** The strict standard may write a date as text: 2023-05-06 or 2023-05-06T08:30:00. */
function isoValue(value: string): Value {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)?.*)?$/.exec(value);
  const instant = parts ? Date.parse(`${parts[1]}T${parts[2] ?? '00:00:00'}Z`) : Number.NaN;
  if (Number.isNaN(instant)) return { kind: 'text', text: value };
  return dateValue(daySerial(instant / 86_400_000 + 25_569, false), { kind: 'text', text: value });
}

export function numberValue(literal: string, date: boolean, date1904: boolean): Value {
  const rawNumber = literal.trim();
  const number = Number(rawNumber);
  if (rawNumber === '' || !Number.isFinite(number)) return textValue(literal);
  const value: Value = { kind: 'number', text: numberText(rawNumber, number), number, rawNumber };
  return date ? dateValue(daySerial(number, date1904), value) : value;
}

function dateValue(found: ReturnType<typeof daySerial>, value: Value): Value {
  if (!found) return value;
  const time = found.dateTime.slice(11);
  const text = time === '00:00:00' ? found.day : `${found.day} ${time}`;
  return { ...value, kind: 'date', text, day: found.day, dateTime: found.dateTime };
}

/** 15 significant digits, as every spreadsheet shows them: 3.3000000000000003 is 3.3 to its reader. */
function numberText(literal: string, number: number): string {
  if (literal.length <= 15 && !/[eE+]/.test(literal)) return literal;
  return String(Number(number.toPrecision(15)));
}
