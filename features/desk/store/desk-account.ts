import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { PlainDate } from '#kernel/plain-date';

export type AccountCounts = {
  readonly locked: number;
  readonly toSetUp: number;
  readonly withoutRole: number;
  readonly disabled: number;
  readonly rolesEnding: number;
};

export async function countAccounts(
  tx: Tx,
  { now, today, endingBy }: { now: Date; today: PlainDate; endingBy: PlainDate },
): Promise<AccountCounts> {
  const { cityId } = tx.scope;
  const { rows } = await sql<AccountCounts>`
    select (count(*) filter (where disabled_at is null and locked_until > ${now}))::integer as locked,
      (count(*) filter (where disabled_at is null and must_change))::integer as "toSetUp",
      (count(*) filter (where disabled_at is null and not exists (
        select 1 from city.role_grant g where g.city_id = a.city_id and g.account_id = a.account_id
          and (g.to_on is null or g.to_on > ${today}))))::integer as "withoutRole",
      (count(*) filter (where disabled_at is not null))::integer as disabled,
      (select count(*) from city.role_grant g where g.city_id = ${cityId} and g.to_on > ${today}
        and g.to_on <= ${endingBy} and g.revoked_at is null)::integer as "rolesEnding"
    from city.account a where a.city_id = ${cityId}`.execute(tables(tx));
  return rows[0]!;
}

export type AuditCounts = {
  readonly verifiedAt: Date | null;
  readonly verifiedBy: string | null;
  readonly ok: boolean | null;
  readonly problems: number;
  readonly unsealed: number;
  readonly refusedSinceYesterday: number;
};

/** The last verification on record: to make a new one is an act of its own. */
export async function auditState(tx: Tx, since: Date): Promise<AuditCounts> {
  const { cityId } = tx.scope;
  const { rows } = await sql<AuditCounts>`
    select v.at as "verifiedAt", v.actor_name as "verifiedBy", (v.details ->> 'ok')::boolean as ok,
      coalesce((v.details ->> 'problems')::integer, 0) as problems,
      (select count(*) from city.audit a where a.city_id = ${cityId} and a.at >= ${since}
        and not exists (select 1 from city.audit_seal s where s.city_id = a.city_id and s.audit_id = a.audit_id)
      )::integer as unsealed,
      (select count(*) from city.audit a where a.city_id = ${cityId} and a.at >= ${since}
        and a.outcome = 'refused')::integer as "refusedSinceYesterday"
    from (select 1) one
    left join lateral (
      select at, actor_name, details from city.audit
      where city_id = ${cityId} and action = 'audit.verify' and outcome = 'done' order by at desc limit 1) v on true`.execute(
    tables(tx),
  );
  return rows[0]!;
}
