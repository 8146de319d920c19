import type { City } from '#access';
import type { Month } from '#kernel/month';
import { defineRefusals, ensure } from '#kernel/refusal';
import type { PeriodDays } from '../domain/period-days.ts';
import { addPeriodFact, type PeriodFact, readPeriodFacts } from '../store/chain-period.ts';
import { type MonthLock, readMonthLocks } from '../store/month-lock-rows.ts';

defineRefusals({
  'period.not_found': { status: 404, text: '{month}还没有布置填报' },
  'period.assigned_already': { status: 409, text: '{month}已经布置；要改时限请用“调整时限”' },
  'period.not_locked': { status: 409, text: '{month}还没有锁定' },
  'period.changed_meanwhile': { status: 409, text: '{month}的布置刚被他人改动，请刷新后再办理' },
});

/** A month that was assigned: its days as they stand, and how far it came. */
export type Period = {
  readonly month: Month;
  readonly days: PeriodDays;
  readonly note: string | null;
  readonly assignedAt: Date;
  readonly assignedBy: string;
  /** Grows with every fact. */
  readonly version: number;
  readonly lock: MonthLock | undefined;
  readonly published: { readonly at: Date; readonly by: string } | undefined;
};

/** Newest first. */
export async function periodsOf(city: City): Promise<Period[]> {
  const facts = Map.groupBy(await readPeriodFacts(city.tx), ({ month }) => month);
  const locks = new Map((await readMonthLocks(city.tx)).map((lock) => [lock.month, lock]));
  return [...facts.entries()]
    .flatMap(([month, said]) => periodFrom(said, locks.get(month)) ?? [])
    .toSorted((a, b) => (a.month < b.month ? 1 : -1));
}

export async function findPeriod(city: City, month: Month): Promise<Period | undefined> {
  const [lock] = await readMonthLocks(city.tx, [month]);
  return periodFrom(await readPeriodFacts(city.tx, month), lock);
}

export async function getPeriod(city: City, month: Month): Promise<Period> {
  const period = await findPeriod(city, month);
  ensure(period, 'period.not_found', { month });
  return period;
}

type Said = { readonly days: PeriodDays; readonly note: string | null };

/** 布置, or other days for a month already assigned; what was said before stays. */
export async function assignDays(city: City, month: Month, { days, note }: Said): Promise<Period> {
  const before = await findPeriod(city, month);
  await addFact(city, before, { month, fact: before ? 'changed' : 'assigned', days, note });
  return getPeriod(city, month);
}

/** 发布: said once, of a locked month. */
export async function publishMonth(city: City, month: Month): Promise<Period> {
  const before = await getPeriod(city, month);
  ensure(before.lock, 'period.not_locked', { month });
  if (!before.published) await addFact(city, before, { month, fact: 'published', days: null, note: null });
  return getPeriod(city, month);
}

async function addFact(
  { tx, actor }: City,
  before: Period | undefined,
  fact: Pick<PeriodFact, 'month' | 'fact' | 'days' | 'note'>,
): Promise<void> {
  const number = (before?.version ?? 0) + 1;
  const said = { ...fact, number, accountId: actor.accountId, recordedBy: actor.name };
  ensure(await addPeriodFact(tx, said), 'period.changed_meanwhile', { month: fact.month });
}

function periodFrom(facts: readonly PeriodFact[], lock: MonthLock | undefined): Period | undefined {
  const [assigned] = facts;
  const standing = facts.findLast(({ days }) => days !== null);
  if (!assigned || !standing?.days) return undefined;
  const published = facts.find(({ fact }) => fact === 'published');
  return {
    ...{ month: assigned.month, days: standing.days, note: standing.note },
    ...{
      assignedAt: assigned.recordedAt,
      assignedBy: assigned.recordedBy,
      version: facts.at(-1)?.number ?? 1,
    },
    lock,
    published: published && { at: published.recordedAt, by: published.recordedBy },
  };
}
