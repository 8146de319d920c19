import type { Tx } from '#db';
import { type Calendar, type HolidayNotice, makeCalendar } from '#kernel/calendar';
import { calendarSection, type Pack, sectionOf } from '#pack';
import { noticesInForce } from './in-force.ts';
import { lastNoticeId, readNotices } from './store/notice-row.ts';

type Kept = { readonly mark: string; readonly calendar: Calendar };

const kept = new WeakMap<readonly HolidayNotice[], Kept>();
const ofTransaction = new WeakMap<Tx, Promise<Calendar>>();

/**
 * The calendar in force: the pack's notices and those loaded since. It is made again when a notice came, which the
 * database is asked once in a transaction: an act counts all its days on one calendar.
 */
export function calendarOf({ tx, pack }: { readonly tx: Tx; readonly pack: Pack }): Promise<Calendar> {
  const asked = ofTransaction.get(tx);
  if (asked) return asked;
  const calendar = calendarInForce(tx, sectionOf(pack, calendarSection));
  ofTransaction.set(tx, calendar);
  return calendar;
}

async function calendarInForce(tx: Tx, shipped: readonly HolidayNotice[]): Promise<Calendar> {
  const mark = await lastNoticeId(tx);
  const before = kept.get(shipped);
  if (before?.mark === mark) return before.calendar;
  const loaded = mark === '' ? [] : await readNotices(tx);
  const calendar = makeCalendar(noticesInForce(shipped, loaded));
  kept.set(shipped, { mark, calendar });
  return calendar;
}
