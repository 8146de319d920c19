import { type RawBuilder, sql } from 'kysely';
import { preparedQuery, type Tx } from '#db';
import { type MatterRow, matterColumns } from './matter-row.ts';

/** Instants at which the columns of a board end; what is due later is `later`. */
export type BoardEdges = {
  readonly now: Date;
  readonly endOfToday: Date;
  readonly endOfThree: Date;
  readonly endOfWeek: Date;
};

export type BoardColumn = 'late' | 'today' | 'three' | 'week' | 'later' | 'paused' | 'none';

/** Of a column no more than so many are counted. */
export const mostCounted = 1000;

/** `inColumn` one above `mostCounted` means that there are more. */
export type BoardRow = MatterRow & { readonly column: BoardColumn; readonly inColumn: number };

export type BoardFilter = {
  /** Any of these leads; without it, whoever leads. */
  readonly lead?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
};

/**
 * Open matters by the column of the instant they are due: the first of every column, each with the count of its column.
 * Each column is a walk along the index of due instants that ends when it has seen enough, however many are open.
 */
export async function findBoard(
  tx: Tx,
  filter: BoardFilter,
  edges: BoardEdges,
  firsts: number,
): Promise<BoardRow[]> {
  const where = sql.join(
    [
      sql`city_id = ${tx.scope.cityId}`,
      sql`closed_at is null`,
      ...anyOf(sql`lead`, 'uuid', filter.lead),
      ...anyOf(sql`kind`, 'text', filter.kinds),
    ],
    sql` and `,
  );
  const columns = Object.entries(spansOf(edges)).map(
    ([column, span]) => sql`(select ${sql.raw(matterColumns)}, ${sql.lit(column)} as "column",
        (select count(*)::integer from (select 1 from held where ${span} limit ${mostCounted + 1}) few) as "inColumn"
      from held where ${span} order by due_at, matter_id limit ${firsts})`,
  );
  return preparedQuery<BoardRow>(
    tx,
    sql`with held as not materialized (select * from city.matter where ${where})
      ${sql.join(columns, sql` union all `)}`,
  );
}

function spansOf({
  now,
  endOfToday,
  endOfThree,
  endOfWeek,
}: BoardEdges): Record<BoardColumn, RawBuilder<unknown>> {
  return {
    late: sql`due_at < ${now}`,
    today: sql`due_at >= ${now} and due_at <= ${endOfToday}`,
    three: sql`due_at > ${endOfToday} and due_at <= ${endOfThree}`,
    week: sql`due_at > ${endOfThree} and due_at <= ${endOfWeek}`,
    later: sql`due_at > ${endOfWeek}`,
    paused: sql`due_at is null and paused`,
    none: sql`due_at is null and not paused`,
  };
}

function anyOf(
  column: RawBuilder<unknown>,
  type: 'text' | 'uuid',
  values: readonly string[] | undefined,
): RawBuilder<unknown>[] {
  if (!values) return [];
  const as = sql.raw(type);
  return values.length === 1
    ? [sql`${column} = ${values[0]}::${as}`]
    : [sql`${column} = any (${values}::${as}[])`];
}
