import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { PeriodDays } from '../domain/period-days.ts';

export type PeriodFact = {
  readonly month: Month;
  readonly number: number;
  readonly fact: 'assigned' | 'changed' | 'published';
  readonly days: PeriodDays | null;
  readonly note: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
};

/** Everything said of periods, of one or of all; oldest first. */
export async function readPeriodFacts(tx: Tx, month: Month | null = null): Promise<PeriodFact[]> {
  const { rows } = await sql<PeriodFact>`
    select month, number, fact, days, note, recorded_at as "recordedAt", recorded_by as "recordedBy"
    from city.report_period
    where city_id = ${tx.scope.cityId} and (${month}::text is null or month = ${month})
    order by month, number`.execute(tables(tx));
  return rows;
}

/** False where somebody else said something of the period meanwhile. */
export async function addPeriodFact(
  tx: Tx,
  fact: Omit<PeriodFact, 'recordedAt'> & { readonly accountId: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into city.report_period (city_id, month, number, fact, days, note, account_id, recorded_by)
    values (${tx.scope.cityId}, ${fact.month}, ${fact.number}, ${fact.fact},
      ${fact.days ? JSON.stringify(fact.days) : null}::jsonb, ${fact.note}, ${fact.accountId}, ${fact.recordedBy})
    on conflict do nothing returning 1 as added`.execute(tables(tx));
  return rows.length > 0;
}
