import type { Fen } from '#kernel/money';
import type { Month } from '#kernel/month';

/** Of the subjects that owe reports: how many, how many reported, plan and actual accumulated to the month, lights. */
export type Sums = {
  readonly owed: bigint;
  readonly reported: bigint;
  readonly planFen: Fen;
  readonly actualFen: Fen;
  readonly green: bigint;
  readonly yellow: bigint;
  readonly red: bigint;
  readonly grey: bigint;
};

export type GroupMonth = {
  readonly groupKind: string;
  readonly groupId: string;
  readonly month: Month;
  readonly sums: Sums;
};

export const sumNames = [
  'owed',
  'reported',
  'planFen',
  'actualFen',
  'green',
  'yellow',
  'red',
  'grey',
] as const;

export const noSums: Sums = {
  owed: 0n,
  reported: 0n,
  planFen: 0n,
  actualFen: 0n,
  green: 0n,
  yellow: 0n,
  red: 0n,
  grey: 0n,
};

/** A group and month whose kept sums are not those of its rows. */
export type RollupDifference = Omit<GroupMonth, 'sums'> & { readonly kept: Sums; readonly actual: Sums };

/** Where two states differ; a group and month that one of them lacks counts as nothing there. */
export function differencesBetween(
  kept: readonly GroupMonth[],
  actual: readonly GroupMonth[],
): RollupDifference[] {
  const byKey = new Map<string, { one: GroupMonth; kept: Sums; actual: Sums }>();
  for (const one of kept) byKey.set(keyOf(one), { one, kept: one.sums, actual: noSums });
  for (const one of actual) {
    byKey.set(keyOf(one), { one, kept: byKey.get(keyOf(one))?.kept ?? noSums, actual: one.sums });
  }
  return [...byKey.values()]
    .filter((pair) => sumNames.some((name) => pair.kept[name] !== pair.actual[name]))
    .map(({ one: { groupKind, groupId, month }, ...sums }) => ({ groupKind, groupId, month, ...sums }));
}

/** What must be added to come from one state to the other. */
export function changesBetween(before: readonly GroupMonth[], after: readonly GroupMonth[]): GroupMonth[] {
  return differencesBetween(before, after).map(({ groupKind, groupId, month, kept, actual }) => {
    const sums = Object.fromEntries(sumNames.map((name) => [name, actual[name] - kept[name]])) as Sums;
    return { groupKind, groupId, month, sums };
  });
}

function keyOf({ groupKind, groupId, month }: GroupMonth): string {
  return JSON.stringify([groupKind, groupId, month]);
}
