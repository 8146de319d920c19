import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import { daysBetween, type PlainDate } from '#kernel/plain-date';

/** One month's light as it stood last, and the first day on which it was red. */
export type MonthLight = {
  readonly month: Month;
  readonly overall: Light | null;
  readonly firstRedOn: PlainDate | null;
};

/** Days since the light turned red and stayed so month by month; null where the latest is not red. */
export function daysRed(latestFirst: readonly MonthLight[], today: PlainDate): number | null {
  const end = latestFirst.findIndex(({ overall }) => overall !== 'red');
  const run = end < 0 ? latestFirst : latestFirst.slice(0, end);
  const since = run.at(-1)?.firstRedOn;
  return since ? daysBetween(since, today) : null;
}
