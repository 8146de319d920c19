import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Month } from '#kernel/month';

export type ReportReturn = {
  readonly month: Month;
  readonly number: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};

export type NewReturn = {
  readonly subjectId: string;
  readonly month: Month;
  readonly number: number;
  readonly reason: string;
  readonly accountId: string;
  readonly by: string;
};

/** False where this number was sent back already. */
export async function addReturn(tx: Tx, one: NewReturn): Promise<boolean> {
  const { rows } = await sql`
    insert into city.report_return (city_id, subject_id, month, number, reason, returned_by, returned_by_name)
    values (${tx.scope.cityId}, ${one.subjectId}, ${one.month}, ${one.number}, ${one.reason}, ${one.accountId},
      ${one.by})
    on conflict do nothing returning 1 as added`.execute(tables(tx));
  return rows.length > 0;
}

export async function returnsOf(tx: Tx, subjectId: string, year: number): Promise<ReportReturn[]> {
  const { rows } = await sql<ReportReturn>`
    select month, number, reason, returned_by_name as by, returned_at as at from city.report_return
    where city_id = ${tx.scope.cityId} and subject_id = ${subjectId}
      and month between ${`${year}-01`} and ${`${year}-12`}
    order by month, number`.execute(tables(tx));
  return rows;
}
