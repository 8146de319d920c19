import type { Kysely } from 'kysely';
import pg from 'pg';
import { connectionOf, type Db, lostConnection, refusalFor } from './connection.ts';

import { type Scope, scopeStatement } from './scope.ts';

export const live: unique symbol = Symbol('live');

/** An open transaction on one connection. Statements queue, so that stores may await several at once. */
export type Live = {
  readonly client: pg.PoolClient;
  kysely?: Kysely<never>;
  queue: Promise<unknown>;
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

/** Runs one thing on the transaction's connection, after what was asked before it. */
export function onConnection<T>(tx: AnyTx, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const state = tx[live];
  const next = state.queue.then(() => {
    if (state.ended)
      throw new Error('the transaction has ended: a statement was not awaited, or its tx was kept');
    return run(state.client);
  });
  state.queue = next.catch(() => undefined);
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
