import pg from 'pg';
import { copyIn } from './copy-in.ts';
import { type AnyTx, onConnection } from './transaction.ts';

export type CopyValue =
  | string
  | number
  | bigint
  | boolean
  | Date
  | Uint8Array
  | null
  | undefined
  | readonly CopyValue[]
  | { readonly [key: string]: unknown };

/** One row: its values in the order of the columns, or an object keyed by column. */
export type CopyRow = readonly CopyValue[] | { readonly [column: string]: CopyValue };

/**
 * Adds many rows at once and tells how many. An array is written as a PostgreSQL array, any other object as JSON;
 * a JSON column that holds an array takes `JSON.stringify(list)`.
 *
 * PostgreSQL refuses COPY into a table under row security, so the rows go into a temporary table first and from
 * there by INSERT … SELECT, where the policy checks each of them.
 */
export async function copyRows(
  tx: AnyTx,
  table: string,
  columns: readonly string[],
  rows: Iterable<CopyRow> | AsyncIterable<CopyRow>,
): Promise<number> {
  const target = table.split('.').map(pg.escapeIdentifier).join('.');
  const names = columns.map(pg.escapeIdentifier).join(', ');
  return onConnection(tx, async (client) => {
    const security = await client.query<{ active: boolean }>(
      'select row_security_active($1::regclass) as active',
      [table],
    );
    if (!security.rows[0]?.active)
      return copyIn(client, `copy ${target} (${names}) from stdin`, chunks(columns, rows));
    await client.query(
      `create temporary table copied_rows on commit drop as select ${names} from ${target} with no data`,
    );
    await copyIn(client, `copy pg_temp.copied_rows (${names}) from stdin`, chunks(columns, rows));
    const added = await client.query(
      `insert into ${target} (${names}) select ${names} from pg_temp.copied_rows`,
    );
    await client.query('drop table pg_temp.copied_rows');
    return added.rowCount ?? 0;
  });
}

const pieceLength = 128 * 1024;

/** Rows at hand are put together without a pause between them: waiting for each of many thousands costs more than they do. */
async function* chunks(
  columns: readonly string[],
  rows: Iterable<CopyRow> | AsyncIterable<CopyRow>,
): AsyncGenerator<Buffer> {
  const lines = inPieces();
  if (Symbol.iterator in rows) {
    for (const row of rows) {
      const full = lines.add(copyLine(columns, row));
      if (full) yield full;
    }
  } else {
    for await (const row of rows) {
      const full = lines.add(copyLine(columns, row));
      if (full) yield full;
    }
  }
  const rest = lines.rest();
  if (rest.length > 0) yield rest;
}

/** Writes lines into pieces of memory as they come: put together as text first they would lie there twice. */
function inPieces() {
  let piece = Buffer.allocUnsafeSlow(pieceLength);
  let used = 0;
  return {
    /** The piece before, where this line did not fit into it. */
    add(line: string): Buffer | undefined {
      const most = 3 * line.length + 1;
      let full: Buffer | undefined;
      if (used + most > piece.length) {
        if (used > 0) full = piece.subarray(0, used);
        piece = Buffer.allocUnsafeSlow(Math.max(pieceLength, most));
        used = 0;
      }
      used += piece.write(line, used);
      piece[used++] = lineEnd;
      return full;
    },
    rest: () => piece.subarray(0, used),
  };
}

const lineEnd = 0x0a;

/** One line of COPY's text format. */
export function copyLine(columns: readonly string[], row: CopyRow): string {
  if (Array.isArray(row) && row.length !== columns.length) {
    throw new Error(`a row of ${row.length} values for ${columns.length} columns`);
  }
  let line = '';
  for (let at = 0; at < columns.length; at++) {
    const value = Array.isArray(row)
      ? (row as readonly CopyValue[])[at]
      : (row as { readonly [column: string]: CopyValue })[columns[at] as string];
    if (at > 0) line += '\t';
    line += value === null || value === undefined ? '\\N' : escapeField(literal(value));
  }
  return line;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const special = /[\\\t\n\r]/;

function escapeField(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}

function literal(value: Exclude<CopyValue, null | undefined>): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`not a number to store: ${value}`);
    return String(value);
  }
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(arrayElement).join(',')}}`;
  return JSON.stringify(value);
}

function arrayElement(value: CopyValue): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return literal(value);
  return `"${literal(value).replace(/["\\]/g, (character) => `\\${character}`)}"`;
}
