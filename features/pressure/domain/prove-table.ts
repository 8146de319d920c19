import { compileCondition } from '#kernel/condition';
import { pointsOf } from './points.ts';
import { heavierFirst } from './propose.ts';
import type { PressureRow, TableKind } from './table.ts';

export type TableFault =
  | { readonly kind: 'overlap'; readonly row: PressureRow; readonly other: PressureRow }
  | { readonly kind: 'never'; readonly row: PressureRow; readonly because: readonly PressureRow[] };

/**
 * Goes through every month that the conditions could tell apart. Two rows of one paper and priority that can be met at
 * once are an overlap: which is taken would be chance. A row that never comes to be taken is said with the rows before it.
 */
export function proveTable(kind: TableKind, rows: readonly PressureRow[]): TableFault[] {
  const asks = rows.map(({ when }) => compileCondition(when));
  const points = pointsOf(
    kind,
    rows.map(({ when }) => when),
  );
  const signatures = new Set(points.map((facts) => met(asks, facts)).map((one) => one.join(' ')));
  const months = [...signatures].map((one) => new Set(one === '' ? [] : one.split(' ').map(Number)));
  return [...overlaps(rows, months), ...neverTaken(rows, months)];
}

function met(asks: readonly ReturnType<typeof compileCondition>[], facts: object): number[] {
  return asks.flatMap((ask, at) => (ask(facts as Record<string, unknown>).result === 'met' ? [at] : []));
}

function overlaps(rows: readonly PressureRow[], months: readonly ReadonlySet<number>[]): TableFault[] {
  return rows.flatMap((row, at) =>
    rows.flatMap((other, before) => {
      const tie = before < at && heavierFirst(row, other) === 0;
      const both = tie && months.some((month) => month.has(at) && month.has(before));
      return both ? [{ kind: 'overlap' as const, row, other }] : [];
    }),
  );
}

/** A row is taken in some course of months: each of its own kind, and none of the rows before it met as long as it asks. */
function neverTaken(rows: readonly PressureRow[], months: readonly ReadonlySet<number>[]): TableFault[] {
  return rows.flatMap((row, at) => {
    const own = months.filter((month) => month.has(at));
    const stronger = rows.flatMap((other, index) =>
      heavierFirst(other, row) < 0 && other.periods <= row.periods ? [index] : [],
    );
    if (own.length > 0 && canEscape(rows, own, stronger, row.periods)) return [];
    return [{ kind: 'never' as const, row, because: stronger.flatMap((index) => rows[index] ?? []) }];
  });
}

/** Month by month back from the latest: a stronger row is escaped by one month within its reach that does not meet it. */
function canEscape(
  rows: readonly PressureRow[],
  own: readonly ReadonlySet<number>[],
  stronger: readonly number[],
  periods: number,
): boolean {
  let open = [new Set(stronger)];
  for (let back = 0; back < periods; back += 1) {
    const next = new Map<string, Set<number>>();
    for (const left of open)
      for (const month of own) {
        const still = new Set([...left].filter((index) => month.has(index)));
        const reached = [...still].some((index) => (rows[index]?.periods ?? 0) <= back + 1);
        if (!reached) next.set([...still].join(' '), still);
      }
    if (next.size === 0) return false;
    open = [...next.values()];
  }
  return open.some((left) => left.size === 0);
}
