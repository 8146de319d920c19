import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { moneyText } from './decimal.ts';
import { type Column, headerOf, looksLikeFormula, type Table } from './table.ts';

/** UTF-8 with its mark, so that spreadsheets recognise it; header and rows only, without title and note. */
export async function writeCsv<T>(out: Writable, table: Table<T>): Promise<void> {
  await pipeline(csvStream(table), out);
}

export function csvStream<T>(table: Table<T>): Readable {
  return Readable.from(pieces(table), { objectMode: false });
}

async function* pieces<T>(table: Table<T>): AsyncGenerator<string> {
  const line = (fields: readonly string[]) => `${fields.map(quoted).join(',')}\r\n`;
  let piece = `\ufeff${line(table.columns.map((column) => guarded(headerOf(column))))}`;
  for await (const row of table.rows) {
    piece += line(table.columns.map((column) => fieldOf(column, row)));
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

function fieldOf<T>(column: Column<T>, row: T): string {
  if (column.kind === 'text') return guarded(column.value(row) ?? '');
  if (column.kind === 'money') {
    const fen = column.value(row);
    return fen === undefined || fen === null ? '' : moneyText(fen, column.unit);
  }
  if (column.kind === 'date') return column.value(row) ?? '';
  const number = column.value(row);
  if (number === undefined || number === null) return '';
  return column.kind === 'percent'
    ? `${(Number(number) * 100).toFixed(column.digits ?? 1)}%`
    : String(number);
}

/** An apostrophe keeps a spreadsheet from calculating what someone typed into a text. */
function guarded(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
