import type { City } from '#access';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import { addMonthLock, findShownMonth, type MonthLock, readMonthLocks } from '../store/month-lock-rows.ts';
import { readRollups } from '../store/rollup-rows.ts';
import { type EvaluationRun, evaluate } from './evaluate.ts';
import { digestOfSums } from './sums-digest.ts';

defineRefusals({
  'lights.month_locked': { status: 409, text: '{month}已锁定，不能再次锁定' },
  'lights.later_month_locked': { status: 409, text: '{later}已锁定，其前的{month}不能再锁定' },
});

/**
 * Evaluates a month whole and freezes it: its lights and sums are never written again. What waits for a subject of the
 * month finds the lock when it goes on.
 */
export async function lockMonth(
  city: City,
  { month, asOf }: { month: Month; asOf: PlainDate },
): Promise<{ lock: MonthLock; run: EvaluationRun }> {
  const { tx } = city;
  const locks = await readMonthLocks(tx);
  ensure(!locks.some((lock) => lock.month === month), 'lights.month_locked', { month });
  const later = locks.at(-1)?.month;
  ensure(later === undefined || later < month, 'lights.later_month_locked', { month, later });
  const run = await evaluate(city, { asOf, month });
  const sumsDigest = digestOfSums(await readRollups(tx, { window: { first: month, last: month } }));
  await addMonthLock(tx, { month, asOf, sumsDigest, lockedBy: city.actor.name });
  const lock = await monthLockOf(city, month);
  if (!lock) throw new Error(`No lock of ${month} after adding it`);
  return { lock, run };
}

/** Locked months, oldest first. */
export async function monthLocks(city: City): Promise<MonthLock[]> {
  return readMonthLocks(city.tx);
}

export async function monthLockOf(city: City, month: Month): Promise<MonthLock | undefined> {
  return (await readMonthLocks(city.tx, [month]))[0];
}

/** The month that wall, lists and desks show. */
export type ShownMonth = {
  readonly month: Month;
  /** Undefined: evaluated, and the city has not locked any month yet. */
  readonly locked: MonthLock | undefined;
  /** The latest day its lights are of. */
  readonly asOf: PlainDate;
};

export async function shownMonth(city: City): Promise<ShownMonth | undefined> {
  const found = await findShownMonth(city.tx);
  return found && { ...found, locked: await monthLockOf(city, found.month) };
}
