import type { Cell } from '#sheets';
import type { Column } from './column.ts';
import { isAmountField } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { type Grid, isFilled } from './grid.ts';
import { isUnitAlone, unitStated } from './header-text.ts';
import { isCounted, isNumbered, stageIn } from './section.ts';
import { spelling } from './spelling.ts';

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
): RowKind {
  const filled = grid.filled(row);
  const seq = columns.find((c) => c.field === 'seq')?.number;
  const content = filled.filter(
    (cell) => !isEmptyMark(cell, dictionary) && !(cell.column === seq && isSerial(cell)),
  );
  if (content.length === 0) return { kind: 'blank', label: '' };
  const byField = (field: string) => cellOf(grid, row, columns, field);
  const label = labelOf(filled);
  const sum = sumKind(filled, columns, dictionary);
  if (sum) return { kind: sum, label };
  if (isSumOnly(content, columns)) return { kind: 'subtotal', label: '' };
  const numbers = content.filter((cell) => cell.kind !== 'text');
  const texts = content.filter((cell) => cell.kind === 'text');
  if (numbers.length === 0) {
    const line = lineKind(texts, columns, dictionary);
    if (line) return { kind: line, label };
  }
  if (byField('code') || texts.length > 2) return data;
  return isSection(grid, row, { filled, texts, numbers, columns, dictionary })
    ? { kind: 'section', label }
    : data;
}

function cellOf(grid: Grid, row: number, columns: readonly Column[], field: string): Cell | undefined {
  const column = columns.find((c) => c.field === field);
  const cell = column && grid.at(row, column.number);
  return isFilled(cell) ? cell : undefined;
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

const sumTail = '(?:[(（].*[)）])?[:：]?$';

/** 合计, 小计, 「一、小计」, 「金普新区合计」, 「其中：续建项目」. */
function sumKind(
  filled: readonly Cell[],
  columns: readonly Column[],
  dictionary: Dictionary,
): 'total' | 'subtotal' | undefined {
  const { total, subtotal } = dictionary.vocabulary.rows;
  const name = columns.find((c) => c.field === 'name')?.number ?? 0;
  const lead = filled.filter((cell) => cell.kind === 'text' && cell.column <= Math.max(name, 4)).slice(0, 3);
  for (const cell of lead) {
    const text = spelling(cell.text).replace(
      /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.])/,
      '',
    );
    if (text.length > 24) continue;
    if (
      subtotal.some(
        (word) => new RegExp(`^.{0,14}${word}${sumTail}`).test(text) || text.startsWith(`${word}:`),
      )
    )
      return 'subtotal';
    if (total.some((word) => new RegExp(`^${word}${sumTail}`).test(text))) return 'total';
    if (
      total.some((word) => new RegExp(`^.{1,14}${word}${sumTail}`).test(text)) &&
      !/项目$|工程$/.test(text)
    ) {
      return /^(?:全市|全部|本表|各地|全区|全县|项目|总)/.test(text) ? 'total' : 'subtotal';
    }
  }
  return undefined;
}

/** No words at all, and every amount a SUM. */
function isSumOnly(content: readonly Cell[], columns: readonly Column[]): boolean {
  const amounts = new Set(columns.filter((c) => isAmountField(c.field) || c.sumAs).map((c) => c.number));
  return (
    content.every((cell) => cell.kind !== 'text') &&
    content.some((cell) => amounts.has(cell.column) && /SUM|SUBTOTAL/i.test(cell.formula ?? ''))
  );
}

/** Rows of words alone: units, notes, signatures. */
function lineKind(
  texts: readonly Cell[],
  columns: readonly Column[],
  dictionary: Dictionary,
): SkipWhy | undefined {
  const { note, signature } = dictionary.vocabulary.rows;
  const first = spelling(texts[0]?.text ?? '');
  if (
    texts.length === 1 &&
    (isUnitAlone(first) ||
      (unitStated(first) && first.length < 20 && /^[(（]?(?:金额|计量)?单位/.test(first)))
  )
    return 'unit';
  const begins = (words: readonly string[], tail: string) =>
    words.some((word) => new RegExp(`^[(（【*※]*${word}${tail}`).test(first));
  if (texts.length <= 3 && begins(note, '(?:[:：]|\\d|[一1][、.]|[)）】]|$)')) return 'note';
  const signs = texts.filter((cell) =>
    signature.some((word) => new RegExp(`${word}(?:[(（][^)）]*[)）])?[:：]`).test(spelling(cell.text))),
  );
  if (signs.length > 0 && signs.length >= texts.length * 0.5) return 'signature';
  if (begins(signature, '[(（]?(?:盖章|签字|签章)')) return 'signature';
  if (texts.length > 1) return undefined;
  const name = columns.find((c) => c.field === 'name');
  if (/^(?:\d{1,2}[.、]|\(\d\)|[※*])/.test(first) && /[。；;]$/.test(first) && first.length > 12)
    return 'note';
  if (/^[※]/.test(first) || (first.length > 60 && texts[0]?.column !== name?.number)) return 'note';
  return /^(?:本表|以上|上述|此表|表中|本月无|暂无|无填报|无项目|本地区)/.test(first) ? 'note' : undefined;
}

type Look = {
  readonly filled: readonly Cell[];
  readonly texts: readonly Cell[];
  readonly numbers: readonly Cell[];
  readonly columns: readonly Column[];
  readonly dictionary: Dictionary;
};

/** One line of words over the rows it heads, with nothing beside it but sums. */
function isSection(grid: Grid, row: number, { filled, texts, numbers, columns, dictionary }: Look): boolean {
  const [cell] = texts;
  const name = columns.find((c) => c.field === 'name');
  const seq = columns.find((c) => c.field === 'seq');
  if (!cell || texts.length > 1 || cell.text.length > 60) return false;
  if (cell.column > Math.max(name?.number ?? 0, 3)) return false;
  if (
    numbers.some(
      (n) =>
        n.column !== seq?.number &&
        !columns.some(
          (c) => c.number === n.column && (isAmountField(c.field) || c.sumAs || c.field === null),
        ),
    )
  )
    return false;
  const serial = filled.find((c) => c.column === seq?.number);
  if (serial && serial !== cell && /^\(?\d/.test(spelling(serial.text))) return false;
  const merge = grid.mergeAt(row, cell.column);
  const wide =
    merge !== undefined && merge.toColumn - merge.fromColumn + 1 >= Math.max(3, columns.length * 0.5);
  const text = spelling(cell.text);
  const says =
    isNumbered(labelOf(filled)) ||
    isCounted(text) ||
    dictionary.places.has(text) ||
    (text.length <= 12 &&
      stageIn(text, dictionary) !== undefined &&
      /^(?:.{0,4})(?:项目|类|工程)?$/.test(text.slice(2)));
  if (numbers.length > 0) return says;
  return (
    wide ||
    says ||
    cell.column === seq?.number ||
    (cell.column !== name?.number && cell.column < (name?.number ?? 0))
  );
}
