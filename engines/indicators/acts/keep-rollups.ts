import type { City } from '#access';
import { changesBetween } from '../domain/rollup.ts';
import type { SubjectId } from '../domain/subject.ts';
import { addToRollups, type MonthWindow, readShares } from '../store/rollup-rows.ts';
import { lockSubjects } from '../store/subject-rows.ts';

export const everyMonth: MonthWindow = { first: '0001-01', last: '9999-12' };

export function wholeYear(year: number): MonthWindow {
  const text = String(year).padStart(4, '0');
  return { first: `${text}-01` as MonthWindow['first'], last: `${text}-12` as MonthWindow['last'] };
}

/**
 * Makes a change and carries the difference into the sums of all groups concerned, in the same transaction. Only the
 * changed subjects are read, so this works for a district's clerk, who sees no other, and costs nothing by group size.
 */
export async function keepRollups<T>(
  city: City,
  subjectIds: readonly SubjectId[],
  window: MonthWindow,
  change: () => Promise<T>,
): Promise<T> {
  const { tx } = city;
  await lockSubjects(tx, subjectIds);
  const before = await readShares(tx, subjectIds, window);
  const result = await change();
  const after = await readShares(tx, subjectIds, window);
  await addToRollups(tx, changesBetween(before, after));
  return result;
}
