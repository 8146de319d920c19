import { addToMonth, type Month, yearOfMonth } from '#kernel/month';
import { monthOf, type PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';

defineRefusals({
  'plan_window.no_period_left': {
    status: 409,
    text: '{year}年自下期起已没有月份，计划不能再调整',
  },
});

/** An adjustment holds from the period after the one in which it is approved; the running one keeps its plan. */
export function nextPeriod(approvedOn: PlainDate, year: number, latestLit?: Month): Month {
  const after = addToMonth(monthOf(approvedOn), 1);
  const open = latestLit === undefined ? after : addToMonth(latestLit, 1);
  const from = [after, open].toSorted().at(-1) ?? after;
  ensure(yearOfMonth(from) <= year, 'plan_window.no_period_left', { year });
  return yearOfMonth(from) < year ? (`${year}-01` as Month) : from;
}
