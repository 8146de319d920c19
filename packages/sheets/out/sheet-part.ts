import { ensure } from '#kernel/refusal';
import { columnName } from '../cell-ref.ts';
import '../refusals.ts';
import { protection, validations } from './entry-rules.ts';
import type { HeaderRows } from './header-rows.ts';
import type { StyleBook } from './styles-part.ts';
import type { Column, Table } from './table.ts';
import { cellWriter } from './write-cell.ts';

const mostRows = 1_048_576;

/** The worksheet as it is read off its rows, in pieces of about 64 KB. */
export async function* sheetPart<T>(
  table: Table<T>,
  header: HeaderRows,
  book: StyleBook,
): AsyncGenerator<string> {
  const writers = table.columns.map((column) => cellWriter(column, book));
  const names = table.columns.map((_, index) => columnName(index + 1));
  let row = header.rows;
  let piece = top(table, header);
  for await (const item of table.rows) {
    row++;
    ensure(row <= mostRows, 'sheets.table_too_long', { sheet: table.sheet, limit: mostRows });
    piece += `<row r="${row}">`;
    for (let at = 0; at < writers.length; at++) piece += writers[at]!(item, names[at]! + row);
    piece += '</row>';
    if (piece.length > 16_384) {
      yield piece;
      piece = '';
    }
  }
  const filter = `A${header.rows}:${names.at(-1) ?? 'A'}${row}`;
  yield piece + bottom(table, header, { filter, lastRow: row });
}

function top<T>(table: Table<T>, header: HeaderRows): string {
  const frozen = table.frozenColumns ?? 0;
  const below = `${columnName(frozen + 1)}${header.rows + 1}`;
  const pane = frozen > 0 ? 'bottomRight' : 'bottomLeft';
  const split = frozen > 0 ? `xSplit="${frozen}" ` : '';
  const columns = table.columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widthOf(column)}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">',
    `<pane ${split}ySplit="${header.rows}" topLeftCell="${below}" activePane="${pane}" state="frozen"/>`,
    `<selection pane="${pane}" activeCell="${below}" sqref="${below}"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="18"/><cols>${columns.join('')}</cols><sheetData>${header.xml}`,
  ].join('');
}

function bottom<T>(
  table: Table<T>,
  header: HeaderRows,
  { filter, lastRow }: { readonly filter: string; readonly lastRow: number },
): string {
  const merges = header.merges.map((area) => `<mergeCell ref="${area}"/>`).join('');
  return [
    `</sheetData>${protection(table)}<autoFilter ref="${filter}"/>`,
    merges ? `<mergeCells count="${header.merges.length}">${merges}</mergeCells>` : '',
    validations(table, header.rows + 1, lastRow),
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>',
  ].join('');
}

const widths: Readonly<Record<Column<unknown>['kind'], number>> = {
  text: 20,
  money: 16,
  date: 13,
  percent: 11,
  number: 11,
};

function widthOf<T>(column: Column<T>): number {
  return Math.min(120, Math.max(4, column.width ?? widths[column.kind]));
}
