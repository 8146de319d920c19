import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
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

const named = new Map<string, string>();
const mostNamed = 400;

/**
 * A hot statement put together from parts. Each text it can become is prepared once per connection under a name of its
 * own, so its parts must be few; lists go into it as arrays.
 */
export async function preparedQuery<Row>(tx: AnyTx, query: RawBuilder<Row>): Promise<Row[]> {
  const { sql, parameters } = query.compile(tables<unknown>(tx));
  let name = named.get(sql);
  if (name === undefined && named.size < mostNamed) {
    name = `built_${named.size}`;
    named.set(sql, name);
  }
  const { rows } = await send<pg.QueryResultRow>(tx, {
    ...(name ? { name } : {}),
    text: sql,
    values: [...parameters],
  });
  return rows as Row[];
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
