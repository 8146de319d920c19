import type { PlainDate } from '#kernel/plain-date';

/**
 * The day from which a list workbook holds where nobody says otherwise: the first list of a year holds from
 * 1 January, what comes later from the day it came, within the year.
 */
export function effectiveDay(year: number, today: PlainDate, firstOfYear: boolean): PlainDate {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`] as [PlainDate, PlainDate];
  if (firstOfYear || today < first) return first;
  return today > last ? last : today;
}
