import { audit, type City, ensureMay, ensureNotSecret, may } from '#access';
import {
  areInOrder,
  assignDays,
  findPeriod,
  getPeriod,
  monthLockOf,
  monthLocks,
  monthsOfPeriod,
  type PeriodDays,
  periodName,
  periodOfMonth,
  periodsOf,
  proposedDays,
  reportingRulesOf,
} from '#engines/indicators';
import { ensureVersion } from '#http';
import { addToMonth, type Month } from '#kernel/month';
import { monthOf, type PlainDate } from '#kernel/plain-date';
import { ensure, refuse } from '#kernel/refusal';
import '../permissions.ts';
import '../refusals.ts';
import { type PeriodHead, periodHead } from './period-view.ts';

/** Months whose days the pack proposes: this one and the one before, as far as they are neither assigned nor locked. */
export async function listPeriods(city: City) {
  ensureMay(city, 'reporting.view');
  const periods = await periodsOf(city);
  const taken = new Set([...periods, ...(await monthLocks(city))].map(({ month }) => month));
  const rules = reportingRulesOf(city);
  const current = monthOf(city.today);
  const proposals = [addToMonth(current, -1), current].flatMap((month) => {
    const months = monthsOfPeriod(rules, month);
    if (months.length === 0 || taken.has(month)) return [];
    const days = proposedDays(rules, month);
    return [{ month, name: periodName(months), months, days: { ...days, steps: [...days.steps] } }];
  });
  return {
    periods: periods.map((one) => periodHead(city, one)),
    proposals,
    mayAssign: may(city.actor, 'reporting.assign', {}),
  };
}

export type GivenDays = {
  readonly month: Month;
  readonly opensOn: PlainDate;
  readonly steps: readonly { readonly id: string; readonly dueOn: PlainDate }[];
  readonly lockOn: PlainDate;
  readonly publishOn: PlainDate;
  readonly note?: string | null | undefined;
};

/** 布置: from its opening day on the month may be filled, with these days. */
export async function assignPeriod(city: City, given: GivenDays): Promise<PeriodHead> {
  ensureMay(city, 'reporting.assign', {});
  const { month } = given;
  const period = periodOfMonth(reportingRulesOf(city), month);
  ensure(period === month, 'period.joined', { month, with: period });
  ensure(month <= monthOf(city.today), 'period.month_ahead', { month });
  ensure(!(await monthLockOf(city, month)), 'period.locked', { month });
  ensure(!(await findPeriod(city, month)), 'period.assigned_already', { month });
  return sayDays(city, given, 'reporting.assign');
}

export async function changeDays(
  city: City,
  { version, ...given }: GivenDays & { readonly version: number },
): Promise<PeriodHead> {
  ensureMay(city, 'reporting.assign', {});
  const before = await getPeriod(city, given.month);
  ensure(!before.lock, 'period.locked', { month: given.month });
  ensureVersion(before.version, version, { current: periodHead(city, before) });
  return sayDays(city, given, 'reporting.assign');
}

async function sayDays(city: City, given: GivenDays, action: string): Promise<PeriodHead> {
  const { month } = given;
  const note = given.note?.trim() || null;
  ensureNotSecret({ text: note ?? '' });
  const days = daysFrom(city, given);
  ensure(areInOrder(days), 'period.days_out_of_order');
  const period = await assignDays(city, month, { days, note });
  await audit(city, { action, object: 'period', objectId: month, details: { month, days, note } });
  return periodHead(city, period);
}

function daysFrom(city: City, { month, opensOn, steps, lockOn, publishOn }: GivenDays): PeriodDays {
  const rules = reportingRulesOf(city);
  const given = new Map(steps.map(({ id, dueOn }) => [id, dueOn]));
  const names = rules.steps.map(({ name }) => name).join('、');
  const all = proposedDays(rules, month).steps.map((step) => ({
    ...step,
    dueOn: given.get(step.id) ?? refuse('period.steps_differ', { steps: names }),
  }));
  ensure(steps.length === all.length, 'period.steps_differ', { steps: names });
  return { opensOn, steps: all, lockOn, publishOn, cutOffHour: rules.cutOffHour };
}
