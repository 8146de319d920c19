import { sql } from 'kysely';
import { type CopyValue, copyRows, preparedQuery, type Tx, tables } from '#db';

const fewRows = 100;

/** Adds rows of this city: a few by one INSERT, many by COPY. */
export async function addRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly CopyValue[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const all = ['city_id', ...columns];
  const ofCity = rows.map((row) => [tx.scope.cityId, ...row]);
  if (rows.length > fewRows) {
    await copyRows(tx, table, all, ofCity);
    return;
  }
  const values = ofCity.map((row) => sql`(${sql.join(row.map((value) => sql`${parameter(value)}`))})`);
  const insert = sql`insert into ${sql.table(table)} (${sql.join(all.map((name) => sql.ref(name)))})
    values ${sql.join(values)}`;
  // One row, or the reported and the verified one, is what acts by hand add: that text comes again and again.
  if (rows.length <= 2) await preparedQuery(tx, insert);
  else await insert.execute(tables(tx));
}

/** A list is a PostgreSQL array, any other object is JSON. */
function parameter(value: CopyValue): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return value instanceof Date || value instanceof Uint8Array ? value : JSON.stringify(value);
}
