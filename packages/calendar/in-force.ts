import type { HolidayNotice } from '#kernel/calendar';

/** A notice is known by its number; the year tells two parts of one notice apart. */
export function noticeKey({ year, document }: Pick<HolidayNotice, 'year' | 'document'>): string {
  return `${year} ${document}`;
}

/**
 * Shipped notices and loaded ones together: a loaded one takes the place of what stood under its number before. Of two
 * notices that name one day, the one issued later stands (`makeCalendar`).
 */
export function noticesInForce<T extends HolidayNotice>(
  shipped: readonly T[],
  loaded: readonly T[],
): readonly T[] {
  return [...new Map([...shipped, ...loaded].map((notice) => [noticeKey(notice), notice])).values()];
}

/** Whether two notices say the same, in whatever order their days stand. */
export function saysTheSame(a: HolidayNotice, b: HolidayNotice): boolean {
  return noticeKey(a) === noticeKey(b) && a.issuedOn === b.issuedOn && daysText(a) === daysText(b);
}

function daysText({ days }: HolidayNotice): string {
  return days
    .map(({ day, rest, name }) => `${day} ${rest} ${name}`)
    .sort()
    .join('\n');
}
