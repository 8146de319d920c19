import { sql } from 'kysely';
import { type CopyValue, copyRows, namedQuery, type Tx, tables } from '#db';

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
  // One row, or the reported and the verified one, is what acts by hand add: that text comes again and again.
  if (rows.length <= 2) {
    const { name, text } = insertOf(table, all, rows.length);
    await namedQuery(tx, name, text, ofCity.flat().map(parameter));
    return;
  }
  const values = ofCity.map((row) => sql`(${sql.join(row.map((value) => sql`${parameter(value)}`))})`);
  await sql`insert into ${sql.table(table)} (${sql.join(all.map((name) => sql.ref(name)))})
    values ${sql.join(values)}`.execute(tables(tx));
}

const inserts = new Map<string, { readonly name: string; readonly text: string }>();

function insertOf(table: string, columns: readonly string[], rows: number) {
  const key = `${table} ${rows} ${columns}`;
  const known = inserts.get(key);
  if (known) return known;
  const row = (at: number) => `(${columns.map((_, n) => `$${at * columns.length + n + 1}`)})`;
  const values = Array.from({ length: rows }, (_, at) => row(at));
  const made = {
    name: `indicators-add-${inserts.size}`,
    text: `insert into ${table} (${columns}) values ${values}`,
  };
  inserts.set(key, made);
  return made;
}

/** A list is a PostgreSQL array, any other object is JSON. */
function parameter(value: CopyValue): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return value instanceof Date || value instanceof Uint8Array ? value : JSON.stringify(value);
}
