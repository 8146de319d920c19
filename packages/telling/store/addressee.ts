import { namedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { Addressee } from '../addressee.ts';

/**
 * The accounts behind each addressee, in its order: those with a grant in force on the day that are not disabled. Each
 * kind of addressee is a branch of its own, so that each goes by its index.
 */
export async function accountsOf(
  tx: Tx,
  addressees: readonly Addressee[],
  on: PlainDate,
): Promise<readonly (readonly string[])[]> {
  const rows = await namedQuery<{ readonly n: number; readonly accountId: string }>(
    tx,
    'telling_accounts',
    `with wanted as (
       select (w.n - 1)::integer as n, (w.one ->> 'account')::uuid as account, (w.one ->> 'person')::uuid as person,
         (w.one ->> 'org')::uuid as org, w.one ->> 'role' as role, w.one -> 'roles' as roles
       from jsonb_array_elements($2::jsonb) with ordinality as w (one, n)
     ), usable as (
       select account_id, person_id from city.account where city_id = $1 and disabled_at is null
     ), found as (
       select w.n, g.account_id from wanted w join city.role_grant g
         on g.city_id = $1 and g.account_id = w.account
         and g.from_on <= $3::date and (g.to_on is null or g.to_on > $3::date)
       union
       select w.n, g.account_id from wanted w
         join city.account a on a.city_id = $1 and a.person_id = w.person
         join city.role_grant g on g.city_id = $1 and g.account_id = a.account_id
         and g.from_on <= $3::date and (g.to_on is null or g.to_on > $3::date)
       union
       select w.n, g.account_id from wanted w join city.role_grant g
         on g.city_id = $1 and g.org_id = w.org and (w.roles is null or w.roles ? g.role)
         and g.from_on <= $3::date and (g.to_on is null or g.to_on > $3::date)
       union
       select w.n, g.account_id from wanted w join city.role_grant g
         on g.city_id = $1 and g.role = w.role
         and g.from_on <= $3::date and (g.to_on is null or g.to_on > $3::date)
     )
     select f.n, f.account_id as "accountId" from found f join usable u on u.account_id = f.account_id
     order by f.n, f.account_id`,
    [tx.scope.cityId, JSON.stringify(addressees), on],
  );
  const found = addressees.map((): string[] => []);
  for (const { n, accountId } of rows) found[n]?.push(accountId);
  return found;
}
