import pg from 'pg';
import { type Db, inner } from './connection.ts';
import { columnParsers } from './parsers.ts';

/** One connection as the owner of the tables, past row security: migrations, backup, restore, nothing else. */
export async function asOwner<T>(db: Db, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...db[inner].server.config('owner', db.database), types: columnParsers });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
