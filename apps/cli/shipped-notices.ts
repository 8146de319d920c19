import type { HolidayNotice } from '#kernel/calendar';
import { calendarSection, cityPacks, loadPack, packDirs, sectionOf } from '#pack';

/** The notices of holidays the program came with. Holidays are the whole country's: any city's pack has them. */
export function shippedNotices(): readonly HolidayNotice[] {
  const [first] = cityPacks();
  return first === undefined ? [] : sectionOf(loadPack(packDirs(first), []), calendarSection);
}
