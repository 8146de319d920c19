import { type Db, inPlatform } from '#db';
import type { HolidayNotice } from '#kernel/calendar';
import { noticeKey, noticesInForce, saysTheSame } from './in-force.ts';
import { insertNotice, lockNotices, readNotices } from './store/notice-row.ts';

export type LoadedNotices = {
  readonly loaded: readonly HolidayNotice[];
  /** Those that say what is known already. */
  readonly known: readonly HolidayNotice[];
};

/** Adds notices that say something new, for all cities. Loading the same again does nothing. */
export function loadNotices(
  db: Db,
  shipped: readonly HolidayNotice[],
  notices: readonly HolidayNotice[],
  loadedBy: string,
): Promise<LoadedNotices> {
  return inPlatform(db, async (tx) => {
    await lockNotices(tx);
    const inForce = new Map(
      noticesInForce(shipped, await readNotices(tx)).map((notice) => [noticeKey(notice), notice]),
    );
    const isKnown = (notice: HolidayNotice) => {
      const one = inForce.get(noticeKey(notice));
      return one !== undefined && saysTheSame(one, notice);
    };
    const loaded = notices.filter((notice) => !isKnown(notice));
    for (const notice of loaded) await insertNotice(tx, notice, loadedBy);
    return { loaded, known: notices.filter(isKnown) };
  });
}
