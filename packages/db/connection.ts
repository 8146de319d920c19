import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Refusal } from '#kernel/refusal';
import { sqlState } from './retrying.ts';
import type { Server } from './server/server.ts';

export const inner: unique symbol = Symbol('inner');

/** An open database. Only this package sees the connections inside. */
export type Db = {
  readonly home: string;
  readonly database: string;
  readonly [inner]: { readonly pool: pg.Pool; readonly server: Server };
};

const longestWaitMs = 15_000;

/**
 * The first words said on a connection. While the server is away (killed, starting again) this waits: nothing that
 * lasts has been said yet, so asking again is harmless.
 */
export async function whenReachable<T>(db: Db, say: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const { pool, server } = db[inner];
  const deadline = Date.now() + longestWaitMs;
  for (;;) {
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      return await say(client);
    } catch (error) {
      client?.release(error as Error);
      if (!lostConnection(error) || server.trouble() || Date.now() > deadline) {
        throw server.trouble() ?? refusalFor(error, db, false);
      }
    }
    await Promise.race([server.ready(), pause(deadline - Date.now(), undefined, { ref: false })]);
    await pause(50);
  }
}

const lostCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
]);

/** The server went away, or is not there yet. */
export function lostConnection(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Refusal) return false;
  const code = sqlState(error) ?? '';
  return (
    lostCodes.has(code) ||
    /^08...$/.test(code) ||
    /Connection terminated|Connection ended|not queryable/.test(error.message)
  );
}

/** Every connection of the pool was in use for as long as one waits for it. */
function noneFree(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect';
}

/** Technical failures that people can act on become refusals; every other error stays what it is. */
export function refusalFor(error: unknown, db: Db, committing: boolean): unknown {
  const code = sqlState(error);
  if (code === '53100' || code === 'ENOSPC') return new Refusal('db.disk_full', { folder: db.home });
  if (code === '53300' || noneFree(error)) return new Refusal('db.busy');
  if (lostConnection(error)) return new Refusal(committing ? 'db.outcome_unknown' : 'db.unavailable');
  return error;
}
