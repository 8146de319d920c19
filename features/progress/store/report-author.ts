import { sql } from 'kysely';
import { type Tx, tables } from '#db';

/** The accounts that filed a report, by hand or with its import: who did it stands in the audit, and nowhere else. */
export async function authorsOf(tx: Tx, objectIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ accountId: string }>`
    select distinct account_id as "accountId" from city.audit
    where city_id = ${tx.scope.cityId} and object_id = any (${objectIds}::text[]) and outcome = 'done'
      and action in ('report.fill', 'import.write')`.execute(tables(tx));
  return rows.map(({ accountId }) => accountId);
}
