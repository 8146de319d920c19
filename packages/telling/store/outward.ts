import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import type { NewOutward } from '../outward-rows.ts';

/** A message that this instance alone sends until its lease ends. */
export type LeasedMessage = {
  readonly messageId: string;
  readonly leaseId: string;
  readonly channelId: string;
  readonly accountId: string | null;
  readonly kind: string;
  readonly urgency: 'normal' | 'urgent';
  /** This attempt included. */
  readonly attempts: number;
  readonly title: string;
  readonly path: string;
  readonly email: string | null;
  readonly disabled: boolean;
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
};

export async function insertOutward(
  tx: Tx,
  rows: readonly (NewOutward & { readonly title: string; readonly path: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = JSON.stringify(rows);
  await Promise.all([
    namedQuery(
      tx,
      'telling_insert_outward',
      `insert into city.outward (city_id, message_id, channel_id, account_id, key, kind, urgency, digest, next_at,
         made_at)
       select $1, r."messageId", r."channelId", r."accountId", r.key, r.kind, r.urgency, r.digest, r."nextAt",
         r."madeAt"
       from jsonb_to_recordset($2::jsonb) as r ("messageId" text, "channelId" uuid, "accountId" uuid, key text,
         kind text, urgency text, digest boolean, "nextAt" timestamptz, "madeAt" timestamptz)
       on conflict do nothing`,
      [tx.scope.cityId, given],
    ),
    namedQuery(
      tx,
      'telling_insert_outward_text',
      `insert into city.outward_text (city_id, message_id, title, path)
       select $1, r."messageId", r.title, r.path
       from jsonb_to_recordset($2::jsonb) as r ("messageId" text, title text, path text)
       on conflict do nothing`,
      [tx.scope.cityId, given],
    ),
  ]);
}

/** The channels that have something to send. */
export async function dueChannels(tx: Tx, at: Date): Promise<readonly string[]> {
  const rows = await namedQuery<{ readonly channelId: string }>(
    tx,
    'telling_due_channels',
    `select distinct channel_id as "channelId" from city.outward
     where city_id = $1 and state = 'waiting' and not digest and next_at <= $2
       and (leased_until is null or leased_until <= $2)`,
    [tx.scope.cityId, at],
  );
  return rows.map(({ channelId }) => channelId);
}

/** Takes what is due and free; what another instance holds is passed over. An ended lease is free again. */
export async function leaseDue(
  tx: Tx,
  lease: {
    readonly leaseId: string;
    readonly channelId: string;
    readonly at: Date;
    readonly until: Date;
    readonly limit: number;
  },
): Promise<readonly LeasedMessage[]> {
  const { rows } = await sql<LeasedMessage>`
    with due as (
      select city_id, message_id from city.outward
      where city_id = ${tx.scope.cityId} and channel_id = ${lease.channelId} and state = 'waiting' and not digest
        and next_at <= ${lease.at} and (leased_until is null or leased_until <= ${lease.at})
      order by next_at, message_id limit ${lease.limit} for update skip locked
    ), taken as (
      update city.outward o set lease_id = ${lease.leaseId}, leased_until = ${lease.until}, attempts = o.attempts + 1
      from due where o.city_id = due.city_id and o.message_id = due.message_id returning o.*
    )
    select t.message_id as "messageId", t.lease_id as "leaseId", t.channel_id as "channelId",
      t.account_id as "accountId", t.kind, t.urgency, t.attempts, said.title, said.path, e.email,
      a.disabled_at is not null as disabled, coalesce(c.quiet_from, ch.quiet_from) as "quietFrom",
      coalesce(c.quiet_to, ch.quiet_to) as "quietTo"
    from taken t
    join city.outward_text said on said.city_id = t.city_id and said.message_id = t.message_id
    join city.telling_channel ch on ch.city_id = t.city_id and ch.channel_id = t.channel_id
    left join city.account a on a.city_id = t.city_id and a.account_id = t.account_id
    left join city.telling_address e on e.city_id = t.city_id and e.account_id = t.account_id
    left join city.telling_choice c on c.city_id = t.city_id and c.account_id = t.account_id
    order by t.next_at, t.message_id`.execute(tables(tx));
  return rows;
}

export type Ending = {
  readonly state: 'waiting' | 'sent' | 'failed' | 'dropped';
  readonly at: Date;
  readonly nextAt?: Date;
  readonly error?: string | undefined;
  /** Put off without having been tried: does not count as an attempt. */
  readonly untried?: true;
};

/** Writes what became of a leased message; nothing if the lease has passed to another instance. */
export async function endLease(
  tx: Tx,
  message: Pick<LeasedMessage, 'messageId' | 'leaseId'>,
  ending: Ending,
): Promise<void> {
  const { state, at, nextAt = at, error = null, untried = false } = ending;
  await sql`update city.outward
    set state = ${state}, lease_id = null, leased_until = null, next_at = ${nextAt},
      attempts = attempts - ${untried ? 1 : 0},
      last_error = case when ${untried} then last_error else ${error}::text end,
      ended_at = ${state === 'waiting' ? null : at}
    where city_id = ${tx.scope.cityId} and message_id = ${message.messageId}
      and lease_id = ${message.leaseId}`.execute(tables(tx));
}

export type Failure = {
  readonly messageId: string;
  readonly channelName: string;
  readonly accountName: string | null;
  readonly kind: string;
  readonly state: 'waiting' | 'failed';
  readonly attempts: number;
  readonly lastError: string;
  readonly nextAt: Date;
  readonly madeAt: Date;
};

/** What did not get out: given up, or to be tried again. Says neither title nor link. */
export async function listFailures(
  tx: Tx,
  window: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly Failure[]; readonly total: number }> {
  const from = sql`from city.outward o
    where o.city_id = ${tx.scope.cityId} and o.state in ('failed', 'waiting') and o.last_error is not null`;
  const { rows } = await sql<Failure>`
    select o.message_id as "messageId", ch.name as "channelName", a.display_name as "accountName", o.kind, o.state,
      o.attempts, o.last_error as "lastError", o.next_at as "nextAt", o.made_at as "madeAt"
    from (select * ${from} order by o.state, o.made_at desc, o.message_id
      limit ${window.limit} offset ${window.offset}) o
    join city.telling_channel ch on ch.city_id = o.city_id and ch.channel_id = o.channel_id
    left join city.account a on a.city_id = o.city_id and a.account_id = o.account_id
    order by o.state, o.made_at desc, o.message_id`.execute(tables(tx));
  const { rows: counted } = await sql<{ n: number }>`select count(*)::integer as n ${from}`.execute(
    tables(tx),
  );
  return { rows, total: counted[0]?.n ?? 0 };
}

/** Begins anew what was given up, or does at once what is to be tried later; false where it is neither. */
export async function startAgain(tx: Tx, messageId: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`update city.outward
    set state = 'waiting', attempts = 0, next_at = ${at}, ended_at = null
    where city_id = ${tx.scope.cityId} and message_id = ${messageId} and state in ('failed', 'waiting')
      and last_error is not null and (leased_until is null or leased_until <= ${at})`.execute(tables(tx));
  return numAffectedRows === 1n;
}

export type Gathered = { readonly accountId: string; readonly channelId: string; readonly count: number };

/** Takes the digest rows that are due out of waiting, and says how many each account has on each channel. */
export async function gatherDue(tx: Tx, at: Date): Promise<readonly Gathered[]> {
  const { rows } = await sql<Gathered>`
    with gathered as (
      update city.outward o set state = 'gathered', ended_at = ${at}
      where o.city_id = ${tx.scope.cityId} and o.state = 'waiting' and o.digest and o.next_at <= ${at}
      returning o.account_id, o.channel_id
    )
    select account_id as "accountId", channel_id as "channelId", count(*)::integer as count from gathered
    group by account_id, channel_id order by account_id, channel_id`.execute(tables(tx));
  return rows;
}
