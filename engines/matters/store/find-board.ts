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

export type BoardRow = MatterRow & { readonly column: BoardColumn; readonly inColumn: number };

export type BoardFilter = {
  /** Any of these leads; without it, whoever leads. */
  readonly lead?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
};

/**
 * Open matters by the column of the instant they are due, in one pass over the index of a lead's open ones: the first
 * of every column, each with the count of its column.
 */
export async function findBoard(
  tx: Tx,
  filter: BoardFilter,
  edges: BoardEdges,
  firsts: number,
): Promise<BoardRow[]> {
  const { cityId } = tx.scope;
  const where = sql.join(
    [
      sql`city_id = ${cityId}`,
      sql`closed_at is null`,
      ...anyOf(sql`lead`, 'uuid', filter.lead),
      ...anyOf(sql`kind`, 'text', filter.kinds),
    ],
    sql` and `,
  );
  return preparedQuery<BoardRow>(
    tx,
    sql`select ${sql.raw(matterColumns)}, board_column as "column", in_column as "inColumn" from (
      select matter_id, board_column, count(*) over (partition by board_column)::integer as in_column,
        row_number() over (partition by board_column order by due, matter_id) as nth
      from (
        select matter_id, due_at as due, case
          when due_at is null then case when paused then 'paused' else 'none' end
          when due_at < ${edges.now} then 'late'
          when due_at <= ${edges.endOfToday} then 'today'
          when due_at <= ${edges.endOfThree} then 'three'
          when due_at <= ${edges.endOfWeek} then 'week'
          else 'later' end as board_column
        from city.matter where ${where}
      ) placed
    ) numbered join city.matter using (matter_id)
    where city_id = ${cityId} and nth <= ${firsts} order by board_column, nth`,
  );
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
