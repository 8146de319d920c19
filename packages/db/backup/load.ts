import { createHash } from 'node:crypto';
import pg from 'pg';
import { ensure } from '#kernel/refusal';
import { copyIn } from '../copy-in.ts';
import { backupTables, type Sums } from './contents.ts';

/** No table of a city holds a row. A database without tables is empty. */
export async function isEmpty(client: pg.Client): Promise<boolean> {
  const tables = await client.query<{ name: string }>(`
    select quote_ident(n.nspname) || '.' || quote_ident(t.relname) as name
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = 'city' and t.relkind in ('r', 'p')`);
  for (const { name } of tables.rows) {
    const found = await client.query(`select 1 from ${name} limit 1`);
    if (found.rowCount) return false;
  }
  return true;
}

type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string };
export type Kept = { readonly tables: readonly string[]; readonly keys: readonly ForeignKey[] };

/**
 * Opens the transaction and makes the tables ready: empty, triggers off, foreign keys put aside, so that the order
 * of the tables does not matter. The keys are set again, and so checked, when all rows are in.
 */
export async function beginLoad(client: pg.Client): Promise<Kept> {
  await client.query('begin');
  const tables = (await backupTables(client)).map(({ name }) => quoted(name));
  const keys = await client.query<ForeignKey>(`
    select quote_ident(n.nspname) || '.' || quote_ident(t.relname) as table, quote_ident(c.conname) as name,
      pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where c.contype = 'f' and c.conparentid = 0 and n.nspname in ('city', 'platform')`);
  for (const key of keys.rows) await client.query(`alter table ${key.table} drop constraint ${key.name}`);
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  await client.query(`truncate ${tables.join(', ')}`);
  return { tables, keys: keys.rows };
}

/** Everything but the commit. */
export async function finishLoad(client: pg.Client, kept: Kept, sequences: Sums['sequences']): Promise<void> {
  for (const [name, { value, called }] of Object.entries(sequences)) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), value, called]);
  }
  for (const key of kept.keys) {
    await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
  }
  for (const table of kept.tables) await client.query(`alter table ${table} enable trigger user`);
}

/** Fills one table; its rows and their hash are counted as they pass. */
export async function loadTable(
  client: pg.Client,
  name: string,
  source: AsyncIterable<Buffer>,
): Promise<{ rows: number; sha256: string }> {
  const table = (await backupTables(client)).find((candidate) => candidate.name === name);
  ensure(table, 'backup.damaged', { part: name });
  const hash = createHash('sha256');
  const hashed = async function* () {
    for await (const part of source) {
      hash.update(part);
      yield part;
    }
  };
  const columns = table.columns.map(pg.escapeIdentifier).join(', ');
  const rows = await copyIn(client, `copy ${quoted(name)} (${columns}) from stdin`, hashed());
  return { rows, sha256: hash.digest('hex') };
}

const quoted = (name: string) => name.split('.').map(pg.escapeIdentifier).join('.');
