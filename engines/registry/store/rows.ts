import { sql } from 'kysely';
import { type CopyValue, copyRows, type Tx, tables } from '#db';

/** A row keyed by column; amounts as text, days and ids as text, JSON as it is. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows at hand, or made one by one as they are sent, so that many thousands of them are never there at once. */
export type RowList = Iterable<Row> & { readonly length: number };

export function madeFrom<T>(items: readonly T[], rowOf: (item: T) => Row): RowList {
  return {
    length: items.length,
    *[Symbol.iterator]() {
      for (const item of items) yield rowOf(item);
    },
  };
}

const manyRows = 500;
const jsonColumns: ReadonlySet<string> = new Set(['before', 'after', 'explanation', 'evidence']);

/** Adds any number of rows with one statement. The city of the transaction is put in front of the columns. */
export async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: RowList,
  onConflict = '',
): Promise<void> {
  if (rows.length === 0) return;
  if (rows.length >= manyRows && onConflict === '') {
    await copyRows(tx, `city.${table}`, ['city_id', ...columns], lines(tx.scope.cityId, columns, rows));
    return;
  }
  const names = sql.raw(columns.join(', '));
  await sql`insert into ${sql.raw(`city.${table}`)} (city_id, ${names})
    select ${tx.scope.cityId}::integer, ${names}
    from json_populate_recordset(null::${sql.raw(`city.${table}`)}, ${JSON.stringify([...rows])}::json)
    ${sql.raw(onConflict)}`.execute(tables(tx));
}

/** One by one, so that a large list is never held twice. */
function* lines(cityId: number, columns: readonly string[], rows: RowList): Generator<CopyValue[]> {
  const isJson = columns.map((column) => jsonColumns.has(column));
  for (const row of rows) {
    const line: CopyValue[] = [cityId];
    for (const [at, column] of columns.entries()) {
      const value = row[column] as CopyValue;
      line.push(isJson[at] && value != null ? JSON.stringify(value) : value);
    }
    yield line;
  }
}

/** Sets the columns of the rows that agree in the key columns, with one statement. */
export async function updateRows(
  tx: Tx,
  table: string,
  key: readonly string[],
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const settings = columns.map((one) => `${one} = given.${one}`).join(', ');
  const matches = key.map((one) => `kept.${one} = given.${one}`).join(' and ');
  await sql`update ${sql.raw(`city.${table}`)} kept set ${sql.raw(settings)}
    from json_populate_recordset(null::${sql.raw(`city.${table}`)}, ${JSON.stringify(rows)}::json) given
    where kept.city_id = ${tx.scope.cityId} and ${sql.raw(matches)}`.execute(tables(tx));
}
