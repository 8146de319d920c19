import { sql } from 'kysely';
import { preparedQuery, type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

/** A month whose lights and sums stand for ever. */
export type MonthLock = {
  readonly month: Month;
  /** The day its lights were evaluated as of. */
  readonly asOf: PlainDate;
  readonly sumsDigest: string;
  readonly lockedAt: Date;
  readonly lockedBy: string;
};

/** Locks of some months, or all; oldest month first. */
export async function readMonthLocks(tx: Tx, months?: readonly Month[]): Promise<MonthLock[]> {
  const rows = await preparedQuery(
    tx,
    sql<MonthLock>`
    select month, as_of as "asOf", sums_digest as "sumsDigest", locked_at as "lockedAt", locked_by as "lockedBy"
    from city.month_lock
    where city_id = ${tx.scope.cityId} and (${months ?? null}::text[] is null or month = any (${months ?? null}::text[]))
    order by month`,
  );
  return rows;
}

export async function addMonthLock(
  tx: Tx,
  { month, asOf, sumsDigest, lockedBy }: Omit<MonthLock, 'lockedAt'>,
): Promise<void> {
  await sql`insert into city.month_lock (city_id, month, as_of, sums_digest, locked_by)
    values (${tx.scope.cityId}, ${month}, ${asOf}, ${sumsDigest}, ${lockedBy})`.execute(tables(tx));
}

/** The month every screen shows and the day its lights are of; undefined before the first evaluation. */
export async function findShownMonth(tx: Tx): Promise<{ month: Month; asOf: PlainDate } | undefined> {
  const { cityId } = tx.scope;
  const shown = await sql<{ month: Month | null }>`select month from city.v_shown_month`.execute(tables(tx));
  const month = shown.rows[0]?.month;
  if (!month) return undefined;
  // With the month as a value, so that one end of an index is read and not the whole month.
  const { rows } = await sql<{ asOf: PlainDate }>`
    select coalesce(
      (select as_of from city.month_lock where city_id = ${cityId} and month = ${month}),
      (select max(as_of) from city.light where city_id = ${cityId} and month = ${month})) as "asOf"`.execute(
    tables(tx),
  );
  return rows[0] && { month, asOf: rows[0].asOf };
}
