import { addToMonth, lastDayOf } from '#kernel/month';
import { monthOf, type PlainDate } from '#kernel/plain-date';

type Checked = { readonly on: PlainDate };

/** The end of the month so many months after the last check, or after it was taken in. */
export function nextCheckOn(checks: readonly Checked[], openedOn: PlainDate, months: number): PlainDate {
  const last = checks
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return lastDayOf(addToMonth(monthOf(last ?? openedOn), months));
}
