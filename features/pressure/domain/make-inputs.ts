import { isUnitMonth, type ProjectMonth, type ProposalInputs, type UnitMonth } from './figures.ts';
import { heavierFirst, type MonthFacts, propose } from './propose.ts';
import type { PressureRow } from './table.ts';

/** What the conditions of the tables ask a month for. */
export function factsOfMonth(month: ProjectMonth | UnitMonth): MonthFacts['facts'] {
  if (isUnitMonth(month)) {
    const { fromLast, lastShare, completion } = month;
    return { fromLast, lastShare, completion };
  }
  const { light, category, lists } = month;
  return { light, category, lists };
}

/** As many months as any row asks for. */
export function mostPeriods(rows: readonly PressureRow[]): number {
  return Math.max(0, ...rows.map(({ periods }) => periods));
}

/** The row that months lead to under rules as they stood: the same inputs give the same row for ever. */
export function rowOf({
  rows,
  months,
  newYear,
}: Pick<ProposalInputs, 'rows' | 'months' | 'newYear'>): ReturnType<typeof propose> {
  return propose(
    rows.toSorted(heavierFirst),
    months.map((one) => ({ month: one.month, facts: factsOfMonth(one) })),
    newYear,
  );
}
