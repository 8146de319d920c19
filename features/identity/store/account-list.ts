import { type RawBuilder, sql } from 'kysely';
import type { Account, Role } from '#access';
import { type Tx, tables } from '#db';
import type { PlainDate } from '#kernel/plain-date';

export type AccountFilter = {
  readonly text?: string | undefined;
  readonly role?: Role | undefined;
  readonly orgId?: string | undefined;
  readonly state?: 'usable' | 'locked' | 'disabled' | undefined;
};

export type ListedAccount = Account & { readonly lastSeenAt: Date | null };

export type AccountPage = { readonly rows: readonly ListedAccount[]; readonly total: number };

export async function pageOfAccounts(
  tx: Tx,
  filter: AccountFilter,
  window: {
    readonly limit: number;
    readonly offset: number;
    readonly today: PlainDate;
    readonly now: Date;
  },
): Promise<AccountPage> {
  const where = conditions(tx, filter, window);
  const rows = await sql<ListedAccount>`
    select a.account_id as "accountId", a.login, a.display_name as "displayName", a.person_id as "personId",
      a.must_change as "mustChange", a.locked_until as "lockedUntil", a.disabled_at as "disabledAt",
      a.created_at as "createdAt", a.version,
      (select max(s.last_seen_at) from city.session s
        where s.city_id = a.city_id and s.account_id = a.account_id) as "lastSeenAt"
    from city.account a where ${where}
    order by a.login limit ${window.limit} offset ${window.offset}`.execute(tables(tx));
  const count = await sql<{ total: bigint }>`
    select count(*) as total from city.account a where ${where}`.execute(tables(tx));
  return { rows: rows.rows, total: Number(count.rows[0]?.total ?? 0) };
}

function conditions(
  tx: Tx,
  filter: AccountFilter,
  { today, now }: { readonly today: PlainDate; readonly now: Date },
): RawBuilder<unknown> {
  const parts = [sql`a.city_id = ${tx.scope.cityId}`];
  if (filter.text) {
    const wanted = filter.text.toLowerCase();
    parts.push(sql`(strpos(a.login, ${wanted}) > 0 or strpos(lower(a.display_name), ${wanted}) > 0)`);
  }
  if (filter.role || filter.orgId) {
    const role = filter.role ? sql`and g.role = ${filter.role}` : sql``;
    const org = filter.orgId ? sql`and g.org_id = ${filter.orgId}` : sql``;
    parts.push(sql`exists (select from city.role_grant g
      where g.city_id = a.city_id and g.account_id = a.account_id
        and (g.to_on is null or g.to_on > ${today}) ${role} ${org})`);
  }
  if (filter.state === 'disabled') parts.push(sql`a.disabled_at is not null`);
  if (filter.state === 'locked') parts.push(sql`a.locked_until > ${now}`);
  if (filter.state === 'usable') {
    parts.push(sql`a.disabled_at is null and (a.locked_until is null or a.locked_until <= ${now})`);
  }
  return sql.join(parts, sql` and `);
}
