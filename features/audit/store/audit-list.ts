import { type RawBuilder, sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { PlainDate } from '#kernel/plain-date';

export type AuditFilter = {
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  readonly accountId?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly object?: string | undefined;
  readonly objectId?: string | undefined;
  readonly ip?: string | undefined;
  readonly outcome?: 'done' | 'refused' | undefined;
  readonly personalData?: boolean | undefined;
};

export type AuditRow = {
  readonly auditId: string;
  readonly number: bigint | null;
  readonly at: Date;
  readonly accountId: string;
  readonly actorName: string;
  readonly roles: readonly string[];
  readonly ip: string | null;
  readonly action: string;
  readonly object: string;
  readonly objectId: string | null;
  readonly outcome: 'done' | 'refused';
  readonly personalData: boolean;
  readonly details: Record<string, unknown>;
};

export async function findAuditRows(
  tx: Tx,
  filter: AuditFilter,
  window: { readonly limit: number; readonly offset: number },
): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select a.audit_id as "auditId", s.number, a.at, a.account_id as "accountId", a.actor_name as "actorName",
      a.roles, a.ip, a.action, a.object, a.object_id as "objectId", a.outcome,
      a.personal_data as "personalData", a.details
    from city.audit a
    left join city.audit_seal s on s.city_id = a.city_id and s.audit_id = a.audit_id
    where ${conditions(tx, filter)}
    order by a.at desc, a.audit_id desc limit ${window.limit} offset ${window.offset}`.execute(tables(tx));
  return rows;
}

export async function countAuditRows(tx: Tx, filter: AuditFilter): Promise<number> {
  const { rows } = await sql<{ total: bigint }>`
    select count(*) as total from city.audit a where ${conditions(tx, filter)}`.execute(tables(tx));
  return Number(rows[0]?.total ?? 0);
}

export type AuditDay = { readonly day: PlainDate; readonly done: number; readonly refused: number };

export async function countByDay(tx: Tx, since: PlainDate): Promise<AuditDay[]> {
  const { rows } = await sql<AuditDay>`
    select (a.at at time zone 'Asia/Shanghai')::date as day,
      (count(*) filter (where a.outcome = 'done'))::integer as done,
      (count(*) filter (where a.outcome = 'refused'))::integer as refused
    from city.audit a where ${conditions(tx, { from: since })}
    group by 1 order by 1 desc`.execute(tables(tx));
  return rows;
}

function conditions(tx: Tx, filter: AuditFilter): RawBuilder<unknown> {
  const { from, to, accountId, actor, action, object, objectId, ip, outcome, personalData } = filter;
  const parts = [sql`a.city_id = ${tx.scope.cityId}`];
  if (from) parts.push(sql`a.at >= ${from}::timestamp at time zone 'Asia/Shanghai'`);
  if (to) parts.push(sql`a.at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`);
  if (accountId) parts.push(sql`a.account_id = ${accountId}`);
  if (actor) parts.push(sql`strpos(a.actor_name, ${actor}) > 0`);
  // `session` finds session.sign-in and session.sign-out, too.
  if (action) parts.push(sql`(a.action = ${action} or starts_with(a.action, ${`${action}.`}))`);
  if (object) parts.push(sql`a.object = ${object}`);
  if (objectId) parts.push(sql`a.object_id = ${objectId}`);
  if (ip) parts.push(sql`a.ip = ${ip}`);
  if (outcome) parts.push(sql`a.outcome = ${outcome}`);
  if (personalData !== undefined) parts.push(sql`a.personal_data = ${personalData}`);
  return sql.join(parts, sql` and `);
}
