import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import { type Id, newId } from '#kernel/id';

export type NewUnreached = {
  readonly key: string;
  readonly addressee: string;
  readonly kind: string;
  readonly object: string;
  readonly objectId: string;
  readonly at: Date;
};

/** An addressee that reached nobody, with all that was meant for it and not dealt with. */
export type Unreached = {
  /** The latest of them: dealing with it deals with those before it. */
  readonly unreachedId: Id<'unreached'>;
  /** As `addresseeKey` writes it. */
  readonly addressee: string;
  /** The office, account or person meant, where it has a name. */
  readonly name: string | null;
  readonly count: number;
  readonly kinds: readonly string[];
  readonly toldAt: Date;
};

export async function insertUnreached(tx: Tx, rows: readonly NewUnreached[]): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map((row) => ({ ...row, unreachedId: newId<'unreached'>() }));
  await namedQuery(
    tx,
    'telling_insert_unreached',
    `insert into city.telling_unreached (city_id, unreached_id, key, addressee, kind, object, object_id, told_at)
     select $1, r."unreachedId", r.key, r.addressee, r.kind, r.object, r."objectId", r.at
     from jsonb_to_recordset($2::jsonb) as r ("unreachedId" uuid, key text, addressee text, kind text, object text,
       "objectId" text, at timestamptz)
     on conflict do nothing`,
    [tx.scope.cityId, JSON.stringify(given)],
  );
}

/** Those nobody has dealt with yet, the latest first. */
export async function listUnreached(tx: Tx): Promise<readonly Unreached[]> {
  const { rows } = await sql<Unreached>`
    with open as (
      select addressee, split_part(addressee, ' ', 1) as kind_of, split_part(addressee, ' ', 2) as id,
        (array_agg(unreached_id order by unreached_id desc))[1] as last_id, count(*)::integer as count,
        array_agg(distinct kind) as kinds, max(told_at) as told_at
      from city.telling_unreached where city_id = ${tx.scope.cityId} and settled_at is null group by addressee
    )
    select u.last_id as "unreachedId", u.addressee, u.count, u.kinds, u.told_at as "toldAt",
      coalesce(o.name, a.display_name) as name
    from open u
    left join city.organisation o on o.city_id = ${tx.scope.cityId} and u.kind_of = 'org' and o.org_id::text = u.id
    left join city.account a on a.city_id = ${tx.scope.cityId} and u.kind_of = 'account'
      and a.account_id::text = u.id
    order by u.told_at desc, u.addressee`.execute(tables(tx));
  return rows;
}

/** Deals with one and with those before it to the same addressee; whether any was still open. */
export async function settleUnreached(
  tx: Tx,
  unreachedId: string,
  by: { readonly accountId: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update city.telling_unreached u
    set settled_at = ${by.at}, settled_by = ${by.accountId}
    from city.telling_unreached last
    where last.city_id = ${tx.scope.cityId} and last.unreached_id = ${unreachedId}
      and u.city_id = last.city_id and u.addressee = last.addressee and u.unreached_id <= last.unreached_id
      and u.settled_at is null`.execute(tables(tx));
  return (numAffectedRows ?? 0n) > 0n;
}
