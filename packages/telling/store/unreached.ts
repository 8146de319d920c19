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

export type Unreached = {
  readonly unreachedId: Id<'unreached'>;
  /** As `addresseeKey` writes it. */
  readonly addressee: string;
  /** The office or person meant, where the addressee is one that still has a name. */
  readonly name: string | null;
  readonly kind: string;
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

const most = 500;

/** Those nobody has dealt with yet, the latest first. */
export async function listUnreached(tx: Tx): Promise<readonly Unreached[]> {
  const { rows } = await sql<Unreached>`
    select u.unreached_id as "unreachedId", u.addressee, u.kind, u.told_at as "toldAt",
      coalesce(o.name, a.display_name) as name
    from city.telling_unreached u
    left join city.organisation o on o.city_id = u.city_id and u.addressee like 'org %'
      and o.org_id::text = split_part(u.addressee, ' ', 2)
    left join city.account a on a.city_id = u.city_id and u.addressee like 'account %'
      and a.account_id::text = split_part(u.addressee, ' ', 2)
    where u.city_id = ${tx.scope.cityId} and u.settled_at is null
    order by u.told_at desc, u.unreached_id desc limit ${most}`.execute(tables(tx));
  return rows;
}

/** Whether it was still open. */
export async function settleUnreached(
  tx: Tx,
  unreachedId: string,
  by: { readonly accountId: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update city.telling_unreached
    set settled_at = ${by.at}, settled_by = ${by.accountId}
    where city_id = ${tx.scope.cityId} and unreached_id = ${unreachedId} and settled_at is null`.execute(
    tables(tx),
  );
  return numAffectedRows === 1n;
}
