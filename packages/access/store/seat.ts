import { namedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { Role } from '../role.ts';

/** A role somebody can act in today: the account, its person, and the organisation with all below it. */
export type Seat = {
  readonly accountId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly orgIds: readonly string[];
};

/** Who holds some roles on a day, disabled accounts left out. */
export function seatsInForce(tx: Tx, roles: readonly Role[], on: PlainDate): Promise<Seat[]> {
  return namedQuery<Seat>(
    tx,
    'access_seats_in_force',
    `with recursive held as (
       select g.grant_id, g.role, g.org_id, a.account_id, a.person_id, a.display_name
       from city.role_grant g join city.account a on a.city_id = g.city_id and a.account_id = g.account_id
       where g.city_id = $1 and g.role = any ($2::text[]) and a.disabled_at is null
         and g.from_on <= $3::date and (g.to_on is null or g.to_on > $3::date)
     ), tree (top, org_id) as (
       select distinct org_id, org_id from held where org_id is not null
       union
       select tree.top, child.org_id from tree
       join city.organisation child on child.city_id = $1 and child.parent_id = tree.org_id
     )
     select account_id as "accountId", person_id as "personId", display_name as name, role,
       coalesce((select array_agg(tree.org_id) from tree where tree.top = held.org_id), '{}') as "orgIds"
     from held order by grant_id`,
    [tx.scope.cityId, roles, on],
  );
}
