import {
  addToMonth,
  firstDayOf,
  lastDayOf,
  type Month,
  monthNumber,
  monthOfYear,
  yearOfMonth,
} from '#kernel/month';
import { addDays, type PlainDate } from '#kernel/plain-date';
import type { ReportingRules, StepActor } from './reporting-rules.ts';

export type StepDue = {
  readonly id: string;
  readonly name: string;
  readonly by: StepActor;
  readonly dueOn: PlainDate;
};

/** When a period opens, and by when each step of it is done. */
export type PeriodDays = {
  readonly opensOn: PlainDate;
  readonly steps: readonly StepDue[];
  readonly lockOn: PlainDate;
  readonly publishOn: PlainDate;
  readonly cutOffHour: number | null;
};

/** The months reported together under this one, in order; none where it is reported with a later one. */
export function monthsOfPeriod({ joined }: ReportingRules, month: Month): Month[] {
  const number = monthNumber(month);
  const together = joined.find((one) => one.includes(number));
  if (!together) return [month];
  if (together.at(-1) !== number) return [];
  return together.map((one) => monthOfYear(yearOfMonth(month), one));
}

/** The period a month is reported in: its own, or that of the last month it is joined with. */
export function periodOfMonth({ joined }: ReportingRules, month: Month): Month {
  const together = joined.find((one) => one.includes(monthNumber(month)));
  return monthOfYear(yearOfMonth(month), together?.at(-1) ?? monthNumber(month));
}

/** 2023年9月, 2023年1—2月. */
export function periodName(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return '';
  const numbers = first === last ? `${monthNumber(last)}` : `${monthNumber(first)}—${monthNumber(last)}`;
  return `${yearOfMonth(last)}年${numbers}月`;
}

/** The days a city's rules propose for a period. */
export function proposedDays(rules: ReportingRules, month: Month): PeriodDays {
  const other = rules.exceptions.find((one) => one.month === monthNumber(month));
  const next = addToMonth(month, 1);
  return {
    opensOn: dayIn(month, other?.openingDay ?? rules.openingDay),
    steps: rules.steps.map(({ id, name, by, dueDay }) => ({
      ...{ id, name, by },
      dueOn: dayIn(next, other?.due?.[id] ?? dueDay),
    })),
    lockOn: dayIn(next, other?.lockDay ?? rules.lockDay),
    publishOn: dayIn(next, other?.publishDay ?? rules.publishDay),
    cutOffHour: rules.cutOffHour,
  };
}

/** Whether the days follow upon each other as the steps do. */
export function areInOrder({ opensOn, steps, lockOn, publishOn }: PeriodDays): boolean {
  const days = [opensOn, ...steps.map(({ dueOn }) => dueOn), lockOn, publishOn];
  return days.every((day, at) => at === 0 || (days[at - 1] ?? day) <= day);
}

function dayIn(month: Month, day: number): PlainDate {
  const wanted = addDays(firstDayOf(month), day - 1);
  const last = lastDayOf(month);
  if (wanted > last) return last;
  return wanted;
}
