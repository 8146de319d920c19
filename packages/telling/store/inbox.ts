import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import type { Id } from '#kernel/id';

export type NewInbox = {
  readonly inboxId: Id<'inbox'>;
  readonly accountId: string;
  readonly key: string;
  readonly kind: string;
  readonly urgency: 'normal' | 'urgent';
  readonly title: string;
  readonly text: string;
  readonly object: string;
  readonly objectId: string;
  readonly path: string;
  readonly at: Date;
};

export type InboxMessage = Omit<NewInbox, 'accountId' | 'key' | 'at'> & {
  readonly toldAt: Date;
  readonly readAt: Date | null;
};

/** One row per account and key. */
export function inboxKey({ accountId, key }: Pick<NewInbox, 'accountId' | 'key'>): string {
  return `${accountId} ${key}`;
}

/**
 * Writes the rows and returns the keys of those that are new. Neither reads nor names a conflict: the teller may not
 * see the rows of others.
 */
export async function insertInbox(tx: Tx, rows: readonly NewInbox[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const { numAffectedRows = 0n } = await sql`
    insert into city.inbox (city_id, inbox_id, account_id, key, kind, urgency, title, text, object, object_id, path,
      told_at)
    select ${tx.scope.cityId}, r."inboxId", r."accountId", r.key, r.kind, r.urgency, r.title, r.text, r.object,
      r."objectId", r.path, r.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("inboxId" uuid, "accountId" uuid, key text,
      kind text, urgency text, title text, text text, object text, "objectId" text, path text, at timestamptz)
    on conflict do nothing`.execute(tables(tx));
  if (numAffectedRows === 0n) return new Set();
  if (numAffectedRows === BigInt(rows.length)) return new Set(rows.map(inboxKey));
  const ids = rows.map(({ inboxId }) => inboxId);
  const { rows: written } = await sql<{ id: string }>`
    select id from city.inbox_written(${ids}::uuid[]) id`.execute(tables(tx));
  const own = new Set(written.map(({ id }) => id));
  return new Set(rows.filter(({ inboxId }) => own.has(inboxId)).map(inboxKey));
}

/** Unread first, the latest of each before the older ones; `unread` counts all that are, whatever is listed. */
export async function listInbox(
  tx: Tx,
  accountId: string,
  window: { readonly limit: number; readonly offset: number; readonly unread: boolean },
): Promise<{ readonly rows: readonly InboxMessage[]; readonly total: number; readonly unread: number }> {
  const own = sql`city_id = ${tx.scope.cityId} and account_id = ${accountId}`;
  // Counted before it is listed: what comes in between is shown, but not counted as seen.
  const { rows: counted } = await sql<{ total: number; unread: number }>`
    select count(*)::integer as total, count(*) filter (where read_at is null)::integer as unread
    from city.inbox where ${own}`.execute(tables(tx));
  const { rows } = await sql<InboxMessage>`
    select inbox_id as "inboxId", kind, urgency, title, text, object, object_id as "objectId", path,
      told_at as "toldAt", read_at as "readAt"
    from city.inbox where ${own} ${window.unread ? sql`and read_at is null` : sql``}
    order by (read_at is not null), inbox_id desc limit ${window.limit} offset ${window.offset}`.execute(
    tables(tx),
  );
  const { total = 0, unread = 0 } = counted[0] ?? {};
  return { rows, total: window.unread ? unread : total, unread };
}

/** For the mark beside the name: no more is counted than is shown. */
export async function countUnread(tx: Tx, accountId: string, upTo: number): Promise<number> {
  const [row] = await namedQuery<{ readonly n: number }>(
    tx,
    'telling_count_unread',
    `select count(*)::integer as n from (
       select 1 from city.inbox where city_id = $1 and account_id = $2 and read_at is null limit $3) u`,
    [tx.scope.cityId, accountId, upTo],
  );
  return row?.n ?? 0;
}

export async function markRead(
  tx: Tx,
  accountId: string,
  given: { readonly inboxIds: readonly string[]; readonly at: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`update city.inbox set read_at = ${given.at}
    where city_id = ${tx.scope.cityId} and account_id = ${accountId} and read_at is null
      and inbox_id = any (${given.inboxIds}::uuid[])`.execute(tables(tx));
  return Number(numAffectedRows ?? 0n);
}

export async function markAllRead(tx: Tx, accountId: string, at: Date): Promise<number> {
  const { numAffectedRows } = await sql`update city.inbox set read_at = ${at}
    where city_id = ${tx.scope.cityId} and account_id = ${accountId} and read_at is null`.execute(tables(tx));
  return Number(numAffectedRows ?? 0n);
}
