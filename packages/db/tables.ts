import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { type AnyTx, live, send } from './transaction.ts';

/** The tables a store works on, within the open transaction. `T` names them as kysely expects: `'city.project'`. */
export function tables<T>(tx: AnyTx): Kysely<T> {
  const state = tx[live];
  state.kysely ??= new Kysely<never>({ dialect: dialectOf(tx) });
  return state.kysely as unknown as Kysely<T>;
}

/** A hot statement, prepared once per connection under its name; the text of a name never varies. */
export async function namedQuery<Row extends pg.QueryResultRow>(
  tx: AnyTx,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const result = await send<Row>(tx, { name, text, values: [...values] });
  return result.rows;
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function dialectOf(tx: AnyTx): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await send(tx, { text: query.sql, values: [...query.parameters] });
      const changed = writes.has(result.command) ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {};
      return { rows: result.rows as R[], ...changed };
    },
    streamQuery() {
      throw new Error('streaming needs a cursor: read in pages by key, or export with readRows');
    },
  };
  const never = () =>
    Promise.reject(new Error('transactions are opened by inScope and joined by inTransaction'));
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connection,
      beginTransaction: never,
      commitTransaction: never,
      rollbackTransaction: never,
      releaseConnection: async () => undefined,
      destroy: async () => undefined,
    }),
  };
}
