import { namedQuery } from './tables.ts';
import type { Tx } from './transaction.ts';

/**
 * What of the whole database is visible now: two equal marks saw the same committed rows. Every commit that wrote
 * something makes another mark; reading makes none.
 */
export async function snapshotMark(tx: Tx): Promise<string> {
  const [row] = await namedQuery<{ mark: string }>(
    tx,
    'db-snapshot-mark',
    `select current_database() || ' ' || pg_current_snapshot()::text as mark`,
    [],
  );
  return row?.mark ?? '';
}
