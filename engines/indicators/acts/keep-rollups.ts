import type { City } from '#access';
import { sendDeferred } from '#db';
import { changesBetween } from '../domain/rollup.ts';
import type { SubjectId } from '../domain/subject.ts';
import { addToRollups, type MonthWindow, readShares } from '../store/rollup-rows.ts';
import { lockSubjects } from '../store/subject-rows.ts';

export const everyMonth: MonthWindow = { first: '0001-01', last: '9999-12' };

export function wholeYear(year: number): MonthWindow {
  const text = String(year).padStart(4, '0');
  return { first: `${text}-01` as MonthWindow['first'], last: `${text}-12` as MonthWindow['last'] };
}

type Kept = { readonly subjectIds: ReadonlySet<SubjectId>; readonly window: MonthWindow };

const keptNow = new WeakMap<City['tx'], Kept>();

/**
 * Makes a change and carries the difference into the sums of all groups concerned, in the same transaction. Only the
 * changed subjects are read, so this works for a district's clerk, who sees no other, and costs nothing by group size.
 * Acts inside one such call on its subjects are carried over once, at its end.
 */
export async function keepRollups<T>(
  city: City,
  subjectIds: readonly SubjectId[],
  window: MonthWindow,
  change: () => Promise<T>,
): Promise<T> {
  const { tx } = city;
  const outer = keptNow.get(tx);
  const own = outer ? subjectIds.filter((id) => !outer.subjectIds.has(id)) : subjectIds;
  if (outer && own.length < subjectIds.length && !within(window, outer.window)) {
    throw new Error('A change inside another reaches months which the outer one does not carry over');
  }
  await lockSubjects(tx, own);
  // Sums that are still to grow count the groups as they are, and the change may be one of groups.
  await sendDeferred(tx);
  const before = await readShares(tx, own, window);
  if (!outer) keptNow.set(tx, { subjectIds: new Set(own), window });
  try {
    const result = await change();
    const after = await readShares(tx, own, window);
    await addToRollups(tx, changesBetween(before, after));
    return result;
  } finally {
    if (!outer) keptNow.delete(tx);
  }
}

/** Whether a change is being carried over already; what keeps sums in another way must stay outside. */
export function isKeepingRollups({ tx }: City): boolean {
  return keptNow.has(tx);
}

/** Whether what is changed of this subject now will be carried over by a change around it. */
export function isCarriedOver({ tx }: City, subjectId: SubjectId): boolean {
  return keptNow.get(tx)?.subjectIds.has(subjectId) ?? false;
}

function within(inner: MonthWindow, outer: MonthWindow): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}
