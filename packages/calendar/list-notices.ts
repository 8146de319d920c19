import { type Db, inPlatform } from '#db';
import type { HolidayNotice } from '#kernel/calendar';
import { noticesInForce } from './in-force.ts';
import { readNotices } from './store/notice-row.ts';

/** `loadedAt` and `loadedBy` are absent where the notice came with the program. */
export type NoticeInForce = HolidayNotice & { readonly loadedAt?: Date; readonly loadedBy?: string };

export async function listNotices(
  db: Db,
  shipped: readonly HolidayNotice[],
): Promise<readonly NoticeInForce[]> {
  const loaded = await inPlatform(db, (tx) => readNotices(tx), { readOnly: true });
  return noticesInForce<NoticeInForce>(shipped, loaded).toSorted(
    (a, b) => a.year - b.year || (a.issuedOn < b.issuedOn ? -1 : 1),
  );
}
