import type { Kysely } from 'kysely';
import pg from 'pg';
import { type Db, lostConnection, refusalFor, whenReachable } from './connection.ts';

import { type Scope, scopeStatement } from './scope.ts';

export const live: unique symbol = Symbol('live');

/** An open transaction on one connection. Stores may await several statements at once: they go out in one piece. */
export type Live = {
  readonly client: pg.PoolClient;
  kysely?: Kysely<never>;
  /** Settles when everything asked so far has been answered. */
  queue: Promise<unknown>;
  /** Set while something has the connection to itself. */
  alone?: Promise<unknown> | undefined;
  savepoints: number;
  /** What is said last: see `deferQuery`. */
  deferred: pg.QueryConfig[];
  ended: boolean;
};

/** A transaction of one city, seen with one actor's eyes. */
export type Tx = { readonly scope: Scope; readonly [live]: Live };

/** A transaction on what belongs to no city; row security shows it no row of any city. */
export type PlatformTx = { readonly scope?: undefined; readonly [live]: Live };

export type AnyTx = Tx | PlatformTx;

export type TransactionOptions = {
  readonly readOnly?: boolean;
  /**
   * Nothing the work does lasts unless the transaction does, so it may be run again where the server was away when it
   * began. Then its first statements leave with the beginning, and cost no way of their own.
   */
  readonly repeatable?: boolean;
  readonly isolation?: 'repeatable read' | 'serializable';
};

export function inScope<T>(
  db: Db,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return transact(db, scopeStatement(scope, pg.escapeLiteral), options, (state) =>
    work({ scope, [live]: state }),
  );
}

export function inPlatform<T>(
  db: Db,
  work: (tx: PlatformTx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return transact(db, '', options, (state) => work({ [live]: state }));
}

/**
 * One prepared reading in a scope, with its transaction around it sent in one piece. For what is asked at every
 * request: three times as cheap as a transaction opened for it.
 */
export function readOnce<R extends pg.QueryResultRow>(
  db: Db,
  scope: Scope,
  query: { readonly name: string; readonly text: string; readonly values: readonly unknown[] },
): Promise<R[]> {
  return whenReachable(db, async (client) => {
    const { name, text, values } = query;
    inOneWrite(client);
    const [, { rows }] = await Promise.all([
      client.query(`begin read only; ${scopeStatement(scope, pg.escapeLiteral)}`),
      client.query<R>({ name, text, values: [...values] }),
      client.query('commit'),
    ]);
    client.release();
    return rows;
  });
}

/** Joins the open transaction: what `work` did is undone alone if it throws, and commits with the rest if not. */
export async function inTransaction<T, X extends AnyTx>(tx: X, work: (tx: X) => Promise<T>): Promise<T> {
  const { deferred } = tx[live];
  const mark = deferred.length;
  const name = `joined_${++tx[live].savepoints}`;
  await onConnection(tx, (client) => client.query(`savepoint ${name}`));
  try {
    const result = await work(tx);
    await onConnection(tx, (client) => client.query(`release savepoint ${name}`));
    return result;
  } catch (error) {
    deferred.length = Math.min(mark, deferred.length);
    await onConnection(tx, (client) =>
      client.query(`rollback to savepoint ${name}; release savepoint ${name}`),
    );
    throw error;
  }
}

const ended = 'the transaction has ended: a statement was not awaited, or its tx was kept';

/**
 * One statement, sent behind those sent before it without waiting for their answers: statements that do not need each
 * other's rows cost one way to the database together.
 */
export function send<R extends pg.QueryResultRow>(
  tx: AnyTx,
  query: pg.QueryConfig,
): Promise<pg.QueryResult<R>> {
  const state = tx[live];
  if (state.alone) return onConnection(tx, (client) => client.query<R>(query));
  if (state.ended) return Promise.reject(new Error(ended));
  inOneWrite(state.client);
  const sent = state.client.query<R>(query);
  // Answers come in the order of the statements, so the last one stands for all.
  state.queue = sent.catch(() => undefined);
  return sent;
}

/**
 * A statement sent together with the commit, the last deferred first. For rows that everybody's transactions touch: their
 * locks are held for as long as it takes to commit, and nobody waits for them meanwhile. Nothing may count on its rows
 * before; what reads them in the same transaction calls `sendDeferred`.
 */
export function deferQuery(tx: AnyTx, query: pg.QueryConfig): void {
  tx[live].deferred.push(query);
}

export async function sendDeferred(tx: AnyTx): Promise<void> {
  await Promise.all(tx[live].deferred.splice(0).map((query) => send(tx, query)));
}

/** What is said on a connection before this turn ends leaves in one piece: writing costs more than most statements. */
function inOneWrite(client: pg.PoolClient): void {
  const { stream } = (client as unknown as pg.Client).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Runs one thing that has the transaction's connection to itself, after what was asked before it. */
export function onConnection<T>(tx: AnyTx, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const state = tx[live];
  const next = state.queue.then(() => {
    if (state.ended) throw new Error(ended);
    return run(state.client);
  });
  const over = next
    .catch(() => undefined)
    .then(() => {
      if (state.alone === over) state.alone = undefined;
    });
  state.alone = over;
  state.queue = over;
  return next;
}

async function transact<T>(
  db: Db,
  settings: string,
  { isolation, readOnly, repeatable = false }: TransactionOptions,
  work: (state: Live) => Promise<T>,
): Promise<T> {
  const level = isolation ? ` isolation level ${isolation}` : '';
  const begin = `begin${level}${readOnly ? ' read only' : ''}; ${settings}`;
  const outcome = await whenReachable(db, async (client) => {
    inOneWrite(client);
    const begun = client.query(begin);
    const queue = begun.catch(() => undefined);
    const state: Live = { client, queue, savepoints: 0, deferred: [], ended: false };
    if (!repeatable) await begun;
    const done = finish(db, state, begun, work).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    const found = await done;
    await begun;
    return found;
  });
  if ('error' in outcome) throw outcome.error;
  return outcome.result;
}

/** The work in its transaction and the commit; gives the connection back if the transaction ever began. */
async function finish<T>(
  db: Db,
  state: Live,
  begun: Promise<unknown>,
  work: (state: Live) => Promise<T>,
): Promise<T> {
  const { client } = state;
  let broken: Error | undefined;
  let committing = false;
  try {
    const result = await work(state);
    await state.queue;
    state.ended = true;
    committing = true;
    const last = state.deferred.splice(0).reverse();
    inOneWrite(client);
    const said = last.map((query) => client.query(query));
    const [{ command }] = await Promise.all([client.query('commit'), ...said]);
    if (command !== 'COMMIT')
      throw new Error('an error inside the transaction was swallowed; nothing was saved');
    return result;
  } catch (error) {
    await state.queue;
    state.ended = true;
    broken = lostConnection(error) ? (error as Error) : await rollBack(client);
    throw refusalFor(error, db, committing);
  } finally {
    if (await hasBegun(begun)) client.release(broken);
  }
}

function hasBegun(begun: Promise<unknown>): Promise<boolean> {
  return begun.then(
    () => true,
    () => false,
  );
}

/** A connection that cannot roll back is thrown away. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
