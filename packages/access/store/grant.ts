import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import type { Role } from '../role.ts';

export type Grant = {
  readonly grantId: Id<'grant'>;
  readonly accountId: string;
  readonly role: Role;
  readonly orgId: string | null;
  readonly fromOn: PlainDate;
  /** The first day on which it no longer holds. */
  readonly toOn: PlainDate | null;
  readonly grantedBy: string;
  readonly grantedAt: Date;
  readonly revokedAt: Date | null;
};

const shown = sql.raw(`grant_id as "grantId", account_id as "accountId", role, org_id as "orgId",
  from_on as "fromOn", to_on as "toOn", granted_by as "grantedBy", granted_at as "grantedAt",
  revoked_at as "revokedAt"`);

export async function insertGrant(
  tx: Tx,
  grant: Omit<Grant, 'grantedAt' | 'revokedAt' | 'orgId' | 'toOn'> & {
    readonly orgId: string | null;
    readonly toOn: PlainDate | null;
  },
): Promise<void> {
  await sql`insert into city.role_grant (city_id, grant_id, account_id, role, org_id, from_on, to_on, granted_by)
    values (${tx.scope.cityId}, ${grant.grantId}, ${grant.accountId}, ${grant.role}, ${grant.orgId},
      ${grant.fromOn}, ${grant.toOn}, ${grant.grantedBy})`.execute(tables(tx));
}

export async function findGrant(tx: Tx, grantId: string): Promise<Grant | undefined> {
  const { rows } = await sql<Grant>`select ${shown} from city.role_grant
    where city_id = ${tx.scope.cityId} and grant_id = ${grantId}`.execute(tables(tx));
  return rows[0];
}

/** Grants that hold on the day or begin later. */
export async function listGrants(
  tx: Tx,
  on: PlainDate,
  of: { readonly accountId?: string } = {},
): Promise<Grant[]> {
  const account = of.accountId ? sql`and account_id = ${of.accountId}` : sql``;
  const { rows } = await sql<Grant>`select ${shown} from city.role_grant
    where city_id = ${tx.scope.cityId} ${account} and (to_on is null or to_on > ${on})
    order by account_id, granted_at, grant_id`.execute(tables(tx));
  return rows;
}

/** A grant that has not begun yet ends before it begins. */
export async function endGrant(
  tx: Tx,
  grantId: string,
  end: { readonly on: PlainDate; readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`update city.role_grant
    set to_on = greatest(from_on, ${end.on}::date), revoked_by = ${end.by}, revoked_at = ${end.at}
    where city_id = ${tx.scope.cityId} and grant_id = ${grantId}`.execute(tables(tx));
}

export type GrantInForce = {
  readonly role: Role;
  readonly orgId: string | null;
  /** The organisation and all below it; one that is not in the tree stands for itself. */
  readonly below: readonly string[] | null;
};

/**
 * An account's grants on a day, with what they reach, in the order they were given: the city is $1, the day $3. Asked
 * for at every request, so it walks down the registry's tree by its index instead of through the view of all
 * descendants, which builds the whole tree.
 */
export function grantsQuery(accountId: string): string {
  return `with recursive held as (
       select grant_id, granted_at, role, org_id from city.role_grant
       where city_id = $1 and account_id = ${accountId} and from_on <= $3::date and (to_on is null or to_on > $3::date)
     ), tree (top, org_id) as (
       select org_id, org_id from held where org_id is not null
       union
       select tree.top, child.org_id from tree
       join city.organisation child on child.city_id = $1 and child.parent_id = tree.org_id
     )
     select role, org_id as "orgId",
       (select array_agg(tree.org_id order by tree.org_id) from tree where tree.top = held.org_id) as below
     from held order by granted_at, grant_id`;
}

export function grantsInForce(tx: Tx, accountId: string, on: PlainDate): Promise<GrantInForce[]> {
  const values = [tx.scope.cityId, accountId, on];
  return namedQuery<GrantInForce>(tx, 'access_grants_in_force', grantsQuery('$2'), values);
}

export async function organisationExists(tx: Tx, orgId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from city.organisation
    where city_id = ${tx.scope.cityId} and org_id = ${orgId}`.execute(tables(tx));
  return rows.length > 0;
}
