import type { FactName, Facts, FactValue } from './fact.ts';

/** Done in this year before the month; null where the last report is missing. */
type Before = string | null;

/**
 * What follows in the same row from a fact typed by hand, the fact itself included. The sum goes with the month as long
 * as nobody stated another one; a day of the start says that it started, and 否 takes the day back.
 */
export function withConsequences(
  facts: Facts,
  before: Before,
  fact: FactName,
  value: FactValue,
): Partial<Record<FactName, FactValue>> {
  const typed = { [fact]: value };
  if (fact === 'monthFen') {
    const follows = facts.cumFen === null || facts.cumFen === plus(before, facts.monthFen);
    return follows ? { ...typed, cumFen: plus(before, value) } : typed;
  }
  if (fact === 'cumFen' && facts.monthFen === null) return { ...typed, monthFen: minus(value, before) };
  if (fact === 'actualStart' && value !== null && facts.started !== true) return { ...typed, started: true };
  if (fact === 'enteredOn' && value !== null && facts.entered !== true) return { ...typed, entered: true };
  if (fact === 'started' && value === false && facts.actualStart !== null)
    return { ...typed, actualStart: null };
  if (fact === 'entered' && value === false && facts.enteredOn !== null) return { ...typed, enteredOn: null };
  return typed;
}

function plus(before: Before, month: FactValue): string | null {
  return before === null || typeof month !== 'string' ? null : String(BigInt(before) + BigInt(month));
}

function minus(sum: FactValue, before: Before): string | null {
  return before === null || typeof sum !== 'string' ? null : String(BigInt(sum) - BigInt(before));
}
