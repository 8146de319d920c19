import { sql } from 'kysely';
import { type Tx, tables } from '#db';

/** The accounts that filed a report, by hand or with its import: who did it stands in the audit, and nowhere else. */
export async function authorsOf(tx: Tx, objectIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ accountId: string }>`
    select author as "accountId" from city.report_authors(${objectIds}::text[]) author`.execute(tables(tx));
  return rows.map(({ accountId }) => accountId);
}
