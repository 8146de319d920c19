import { namedQuery, type Tx } from '#db';
import type { MatterId } from '../domain/identity.ts';

/** Due instants as derived last of runs that still run: by matter, then by `clock/run`. */
export async function readOpenClocks(
  tx: Tx,
  matterIds: readonly MatterId[],
): Promise<Map<MatterId, Map<string, Date>>> {
  const rows = await namedQuery<{ matterId: MatterId; clock: string; run: number; dueAt: Date }>(
    tx,
    'matter-open-clocks',
    `select matter_id as "matterId", clock, run, due_at as "dueAt" from city.matter_clock
     where city_id = $1 and matter_id = any ($2::uuid[]) and ended_at is null`,
    [tx.scope.cityId, matterIds],
  );
  const found = new Map<MatterId, Map<string, Date>>();
  for (const { matterId, clock, run, dueAt } of rows) {
    const of = found.get(matterId) ?? new Map<string, Date>();
    found.set(matterId, of.set(`${clock}/${run}`, dueAt));
  }
  return found;
}
