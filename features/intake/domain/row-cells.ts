import type { MoneyUnit } from '#kernel/money';
import type { Cell } from '#sheets';
import type { Column } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { type Finding, finding } from './finding.ts';
import type { FindingCode } from './finding-texts.ts';
import { isFilled } from './grid.ts';
import { readAmount } from './read-amount.ts';
import { readDate } from './read-date.ts';
import { spelling, trimmed } from './spelling.ts';
import type { Table, TableRow } from './table.ts';

/** One data row as its record is read from it: cells by field, findings gathered on the way. */
export type RowCells = {
  readonly table: Table;
  readonly tableRow: TableRow;
  readonly dictionary: Dictionary;
  readonly findings: Finding[];
  column(field: string): Column | undefined;
  /** What stands there, merged areas and 同上 followed; undefined for nothing and for error values. */
  cell(field: string): Cell | undefined;
  cellOf(column: Column): Cell | undefined;
  /** The text, trimmed; null for an empty mark. */
  text(field: string): string | null;
  report(code: FindingCode, field: string | Column, about?: string): void;
};

export function rowCells(table: Table, tableRow: TableRow, dictionary: Dictionary): RowCells {
  const { grid, columns } = table;
  const { row } = tableRow;
  const findings: Finding[] = [];
  const byField = fieldsOf(columns);
  const heldCells: (Cell | undefined)[] = [];
  const held = ({ number }: Column) => {
    if (!(number in heldCells)) heldCells[number] = followed(table, row, number, dictionary);
    return heldCells[number];
  };
  const cellOf = (column: Column) => {
    const cell = held(column);
    return isErrorValue(cell) ? undefined : cell;
  };
  const cells: RowCells = {
    table,
    tableRow,
    dictionary,
    findings,
    column: (field) => byField.get(field),
    cell: (field) => {
      const column = byField.get(field);
      return column && cellOf(column);
    },
    cellOf,
    text: (field) => plainText(cells.cell(field), dictionary),
    report(code, field, about) {
      const column = typeof field === 'string' ? byField.get(field) : field;
      const place = {
        sheet: grid.sheet.name,
        row,
        column: column ?? { number: 1, header: '' },
        cell: column && held(column),
      };
      findings.push(finding(code, place, about));
    },
  };
  for (const column of columns) {
    if (isErrorValue(held(column)))
      cells.report(column.field === null ? 'cell-error-derived' : 'cell-error', column);
  }
  return cells;
}

const known = new WeakMap<readonly Column[], ReadonlyMap<string, Column>>();

/** A table's columns by their fields: the same for every row of it. */
function fieldsOf(columns: readonly Column[]): ReadonlyMap<string, Column> {
  const before = known.get(columns);
  if (before) return before;
  const found = new Map(columns.flatMap((c) => (c.field === null ? [] : [[c.field, c] as const])));
  known.set(columns, found);
  return found;
}

/** #REF!, also where it is kept as text: pasted, or exported to CSV. */
function isErrorValue(cell: Cell | undefined): boolean {
  return (
    cell?.kind === 'error' ||
    (cell?.kind === 'text' &&
      cell.text.includes('#') &&
      /^#(?:[A-Z]+!|N\/A|NAME\?|DIV\/0!)$/.test(cell.text.trim()))
  );
}

/** 同上 and 〃 repeat the cell above, that of the data row before where another row stands between. */
function followed(table: Table, row: number, column: number, dictionary: Dictionary): Cell | undefined {
  const { grid } = table;
  let cell = grid.spanned(row, column);
  if (!isSame(cell, dictionary)) return isFilled(cell) ? cell : undefined;
  const before = table.rows.filter((r) => r.kind === 'data' && r.row < row);
  for (let i = before.length - 1; i >= 0 && isSame(cell, dictionary); i--)
    cell = grid.spanned(before[i]?.row ?? 0, column);
  return isFilled(cell) && !isSame(cell, dictionary) ? cell : undefined;
}

function isSame(cell: Cell | undefined, { vocabulary }: Dictionary): boolean {
  return (
    cell?.kind === 'text' && cell.text.length <= 4 && vocabulary.words.same.includes(spelling(cell.text))
  );
}

export function plainText(cell: Cell | undefined, { emptyMarks }: Dictionary): string | null {
  if (!cell || cell.kind === 'blank') return null;
  const text = trimmed(cell.text);
  return text === '' || emptyMarks.has(spelling(text)) ? null : text;
}

/** Reads an amount in its column's unit, reporting what is wrong with it. */
export function amountOf(cells: RowCells, field: string | Column): bigint | null {
  const column = typeof field === 'string' ? cells.column(field) : field;
  if (!column) return null;
  const read = readAmount(cells.cellOf(column), unitOf(column), cells.dictionary.emptyMarks);
  if (read.problem && read.problem !== 'cell-error') cells.report(read.problem, column);
  return read.fen;
}

export function unitOf(column: Column): MoneyUnit {
  return column.unit ?? '万元';
}

/** Reads a date, reporting what is wrong with it. */
export function dateOfField(cells: RowCells, field: string, year: number): string | null {
  const column = cells.column(field);
  const cell = cells.cell(field);
  if (!column || !cell) return null;
  const bareMonth = /月/.test(column.header) && !/年月/.test(column.header);
  const read = readDate(cell, { year, bareMonth, empty: cells.dictionary.emptyMarks });
  if (read.problem && read.problem !== 'cell-error') cells.report(read.problem, column, read.date ?? '');
  return read.date;
}
