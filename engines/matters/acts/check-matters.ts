import type { City } from '#access';
import { foldMatter } from '../domain/fold.ts';
import type { MatterId } from '../domain/identity.ts';
import { matterKind } from '../domain/matter-kinds.ts';
import { readEventsOfMany } from '../store/event-row.ts';
import { readRowsAfter } from '../store/matter-batch.ts';
import type { LockedMatter } from '../store/matter-row.ts';
import { foldedColumns } from './write-matter.ts';

export type MatterFault = {
  readonly matterId: MatterId;
  readonly number: string;
  readonly column: string;
  readonly stored: unknown;
  readonly folded: unknown;
};

/** Folds the events of every matter again and compares with the rows. */
export async function checkMatters(
  city: City,
): Promise<{ readonly matters: number; readonly faults: readonly MatterFault[] }> {
  const faults: MatterFault[] = [];
  let matters = 0;
  for (let after: MatterId | null = null; ; ) {
    const rows: LockedMatter[] = await readRowsAfter(city.tx, after, 1000);
    if (rows.length === 0) return { matters, faults };
    const events = await readEventsOfMany(
      city.tx,
      rows.map(({ matterId }) => matterId),
    );
    for (const row of rows) faults.push(...faultsOf(row, events.get(row.matterId) ?? []));
    matters += rows.length;
    after = rows.at(-1)!.matterId;
  }
}

function faultsOf(row: LockedMatter, events: Parameters<typeof foldMatter>[1]): MatterFault[] {
  const { matterId, number } = row;
  if (events.length === 0) return [{ matterId, number, column: 'events', stored: row.version, folded: 0 }];
  const folded = foldedColumns(foldMatter(matterKind(row.kind), events));
  const columns = Object.keys(folded) as (keyof typeof folded)[];
  return columns
    .filter((column) => canonical(row[column]) !== canonical(folded[column]))
    .map((column) => ({ matterId, number, column, stored: row[column], folded: folded[column] }));
}

/** Keys in order: the database keeps its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) && !(inner instanceof Date)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
