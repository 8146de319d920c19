import type { Kysely } from 'kysely';
import pg from 'pg';
import { connectionOf, type Db, lostConnection, refusalFor, whenReachable } from './connection.ts';

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
  ended: boolean;
};

/** A transaction of one city, seen with one actor's eyes. */
export type Tx = { readonly scope: Scope; readonly [live]: Live };

/** A transaction on what belongs to no city; row security shows it no row of any city. */
export type PlatformTx = { readonly scope?: undefined; readonly [live]: Live };

export type AnyTx = Tx | PlatformTx;

export type TransactionOptions = {
  readonly readOnly?: boolean;
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
  const name = `joined_${++tx[live].savepoints}`;
  await onConnection(tx, (client) => client.query(`savepoint ${name}`));
  try {
    const result = await work(tx);
    await onConnection(tx, (client) => client.query(`release savepoint ${name}`));
    return result;
  } catch (error) {
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
  options: TransactionOptions,
  work: (state: Live) => Promise<T>,
): Promise<T> {
  const isolation = options.isolation ? ` isolation level ${options.isolation}` : '';
  const client = await connectionOf(
    db,
    `begin${isolation}${options.readOnly ? ' read only' : ''}; ${settings}`,
  );
  const state: Live = { client, queue: Promise.resolve(), savepoints: 0, ended: false };
  let broken: Error | undefined;
  let committing = false;
  try {
    const result = await work(state);
    await state.queue;
    state.ended = true;
    committing = true;
    const { command } = await client.query('commit');
    if (command !== 'COMMIT')
      throw new Error('an error inside the transaction was swallowed; nothing was saved');
    return result;
  } catch (error) {
    await state.queue;
    state.ended = true;
    broken = lostConnection(error) ? (error as Error) : await rollBack(client);
    throw refusalFor(error, db, committing);
  } finally {
    client.release(broken);
  }
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
