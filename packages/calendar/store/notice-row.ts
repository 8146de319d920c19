import { sql } from 'kysely';
import { type AnyTx, namedQuery, type PlatformTx, tables } from '#db';
import type { HolidayNotice } from '#kernel/calendar';
import { newId } from '#kernel/id';

export type LoadedNotice = HolidayNotice & { readonly loadedAt: Date; readonly loadedBy: string };

/** Changes whenever a notice is loaded; empty where none is. */
export async function lastNoticeId(tx: AnyTx): Promise<string> {
  const text = 'select notice_id as id from platform.holiday_notice order by notice_id desc limit 1';
  const rows = await namedQuery<{ id: string }>(tx, 'last_holiday_notice', text, []);
  return rows[0]?.id ?? '';
}

/** In the order in which they were loaded. */
export async function readNotices(tx: AnyTx): Promise<readonly LoadedNotice[]> {
  const { rows } = await sql<LoadedNotice>`
    select year, document, issued_on as "issuedOn", days, loaded_at as "loadedAt", loaded_by as "loadedBy"
    from platform.holiday_notice order by notice_id`.execute(tables(tx));
  return rows;
}

/** Until the transaction ends no other one loads notices. */
export async function lockNotices(tx: PlatformTx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('platform.holiday_notice'))`.execute(tables(tx));
}

export async function insertNotice(tx: PlatformTx, notice: HolidayNotice, loadedBy: string): Promise<void> {
  const { year, document, issuedOn, days } = notice;
  await sql`
    insert into platform.holiday_notice (notice_id, year, document, issued_on, days, loaded_by)
    values (${newId<'HolidayNotice'>()}, ${year}, ${document}, ${issuedOn}, ${JSON.stringify(days)}, ${loadedBy})`.execute(
    tables(tx),
  );
}
