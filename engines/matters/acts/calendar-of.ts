import type { City } from '#access';
import { type Calendar, type HolidayNotice, makeCalendar } from '#kernel/calendar';
import { calendarSection, sectionOf } from '#pack';

const made = new WeakMap<readonly HolidayNotice[], Calendar>();

/** The calendar in force. */
export async function calendarOf({ pack }: City): Promise<Calendar> {
  const notices = sectionOf(pack, calendarSection);
  const kept = made.get(notices);
  if (kept) return kept;
  const calendar = makeCalendar(notices);
  made.set(notices, calendar);
  return calendar;
}
