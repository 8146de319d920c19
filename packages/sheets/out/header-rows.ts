import { columnName } from '../cell-ref.ts';
import { style } from './styles-part.ts';
import { headerOf, type Table } from './table.ts';
import { textCell } from './write-cell.ts';

/** The rows above the data, and what of them is merged. */
export type HeaderRows = { readonly xml: string; readonly rows: number; readonly merges: readonly string[] };

export function headerRows<T>(table: Table<T>): HeaderRows {
  const lines: string[] = [];
  const merges: string[] = [];
  const last = columnName(Math.max(1, table.columns.length));
  const add = (height: number, cells: (row: number) => string) => {
    const row = lines.length + 1;
    lines.push(`<row r="${row}" ht="${height}" customHeight="1">${cells(row)}</row>`);
    return row;
  };
  const across = (text: string, height: number, as: number) => {
    const row = add(height, (at) => textCell(`A${at}`, text, as));
    if (last !== 'A') merges.push(`A${row}:${last}${row}`);
  };
  if (table.title) across(table.title, 32, style.title);
  if (table.note) across(table.note, 20, style.note);
  if (table.columns.some((column) => column.group)) merges.push(...groups(table, lines.length + 1));
  const headers = (row: number, text: (index: number) => string) =>
    table.columns
      .map((_, index) => textCell(`${columnName(index + 1)}${row}`, text(index), style.header))
      .join('');
  const titleOf = (index: number) => headerOf(table.columns[index]!);
  if (table.columns.some((column) => column.group)) {
    add(22, (row) =>
      headers(
        row,
        (index) => groupStart(table, index) ?? (table.columns[index]?.group ? '' : titleOf(index)),
      ),
    );
    add(34, (row) => headers(row, (index) => (table.columns[index]?.group ? titleOf(index) : '')));
  } else add(34, (row) => headers(row, titleOf));
  return { xml: lines.join(''), rows: lines.length, merges };
}

/** The group's name where it begins. */
function groupStart<T>(table: Table<T>, index: number): string | undefined {
  const group = table.columns[index]?.group;
  return group && table.columns[index - 1]?.group !== group ? group : undefined;
}

/** A group stretches over its columns; a header without group over both rows. */
function groups<T>(table: Table<T>, row: number): string[] {
  const merges: string[] = [];
  for (const [index, { group }] of table.columns.entries()) {
    const from = `${columnName(index + 1)}${row}`;
    if (!group) merges.push(`${from}:${columnName(index + 1)}${row + 1}`);
    else if (groupStart(table, index)) {
      let end = index;
      while (table.columns[end + 1]?.group === group) end++;
      if (end > index) merges.push(`${from}:${columnName(end + 1)}${row}`);
    }
  }
  return merges;
}
