import { withConsequences } from './consequence.ts';
import { type FactName, type Facts, type FactValue, factNames } from './fact.ts';
import type { Change, Deed } from './history.ts';

export type Typed = { readonly rowId: string; readonly fact: FactName; readonly value: FactValue };

export type Standing = {
  readonly facts: (rowId: string) => Facts;
  /** Done in this year before the month. */
  readonly before: (rowId: string) => string | null;
};

/** The changes that typing these cells makes; what is typed wins over what follows from it. */
export function deedOf(typed: readonly Typed[], { facts, before }: Standing): Deed {
  return [...Map.groupBy(typed, ({ rowId }) => rowId)].flatMap(([rowId, cells]) => {
    const standing = facts(rowId);
    // A block without sums beside the months it states leaves the sums to be computed.
    const statesMonth = cells.some(({ fact, value }) => fact === 'monthFen' && value !== null);
    const said = cells.filter(({ fact, value }) => !(statesMonth && fact === 'cumFen' && value === null));
    let next = standing;
    for (const { fact, value } of said) {
      next = { ...next, ...withConsequences(next, before(rowId), fact, value) };
    }
    for (const { fact, value } of said) next = { ...next, [fact]: value };
    return changesBetween(rowId, standing, next);
  });
}

function changesBetween(rowId: string, before: Facts, after: Facts): Change[] {
  return factNames.flatMap((fact) =>
    before[fact] === after[fact] ? [] : { rowId, fact, before: before[fact], after: after[fact] },
  );
}
