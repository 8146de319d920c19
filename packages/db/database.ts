import { accessSync, constants, mkdirSync } from 'node:fs';
import pg from 'pg';
import { ensure, Refusal } from '#kernel/refusal';
import { type Db, inner } from './connection.ts';
import { columnParsers } from './parsers.ts';
import './refusals.ts';
import { embeddedServer } from './server/embedded.ts';
import { remoteServer } from './server/remote.ts';
import type { DatabaseSettings } from './settings.ts';

/** Opens the database, starting or joining the embedded server when no URL is given. Migrations are a step of their own. */
export async function openDatabase(settings: DatabaseSettings): Promise<Db> {
  prepareHome(settings.home);
  const server = settings.url ? await remoteServer(settings.url) : await embeddedServer(settings);
  const database = settings.database ?? server.defaultDatabase;
  const pool = new pg.Pool({
    ...server.config('app', database),
    types: columnParsers,
    max: settings.connections ?? 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 20_000,
    pipeline: true,
  });
  // A connection that dies while idle is dropped by the pool; one that dies in use fails its transaction, and
  // must not end the process when it dies between two statements.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await server.ensureDatabase(database);
    const answer = await pool.query<{ role: string }>('select current_user as role');
    ensure(answer.rows[0]?.role === 'guatu_app', 'db.no_app_role', { user: answer.rows[0]?.role });
  } catch (error) {
    await pool.end();
    await server.release();
    throw error;
  }
  return { home: settings.home, database, [inner]: { pool, server } };
}

/** Waits for open transactions, then lets go of the server; the embedded one stops when nobody else holds it. */
export async function closeDatabase(db: Db): Promise<void> {
  await db[inner].pool.end();
  await db[inner].server.release();
}

function prepareHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o750 });
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal('db.home_not_writable', { home, reason: (error as Error).message });
  }
}
