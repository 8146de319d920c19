import { compileCondition, type Verdict } from '#kernel/condition';
import { addToMonth, type Month, yearOfMonth } from '#kernel/month';
import { weightOf } from './form.ts';
import type { PressureRow, PressureTables } from './table.ts';

/** What is known of a subject in one locked month. */
export type MonthFacts = { readonly month: Month; readonly facts: Readonly<Record<string, unknown>> };

export type CountedMonth = { readonly month: Month; readonly verdict: Verdict };

export type Proposed = {
  readonly row: PressureRow;
  /** The months that were counted, the latest first. */
  readonly counted: readonly CountedMonth[];
};

/**
 * Of all rows that are met, the one with the heaviest paper, then of the largest priority: a subject is proposed for one
 * paper a month. `months` begin with the month looked at and go back; a gap ends the row of months.
 */
export function propose(
  rows: readonly PressureRow[],
  months: readonly MonthFacts[],
  newYear: PressureTables['newYear'],
): Proposed | undefined {
  const inRow = unbroken(months, newYear);
  return rows
    .flatMap((row) => {
      const counted = countedFor(row, inRow);
      return counted ? [{ row, counted }] : [];
    })
    .toSorted((a, b) => heavierFirst(a.row, b.row))
    .at(0);
}

export function heavierFirst(a: PressureRow, b: PressureRow): number {
  return weightOf(b.document) - weightOf(a.document) || b.priority - a.priority;
}

function countedFor(
  { when, periods }: PressureRow,
  months: readonly MonthFacts[],
): CountedMonth[] | undefined {
  if (months.length < periods) return undefined;
  const ask = compileCondition(when);
  const counted = months.slice(0, periods).map(({ month, facts }) => ({ month, verdict: ask(facts) }));
  return counted.every(({ verdict }) => verdict.result === 'met') ? counted : undefined;
}

function unbroken(months: readonly MonthFacts[], newYear: PressureTables['newYear']): readonly MonthFacts[] {
  const first = months[0]?.month;
  const end = months.findIndex(({ month }, at) => {
    if (first === undefined || at === 0) return false;
    const follows = month === addToMonth(first, -at);
    return !follows || (newYear === 'restart' && yearOfMonth(month) !== yearOfMonth(first));
  });
  return end === -1 ? months : months.slice(0, end);
}
