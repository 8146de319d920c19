import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { OrgId } from '../domain/identity.ts';
import { normalName } from '../domain/name.ts';
import type { Organisation } from '../domain/organisation.ts';

const columns = sql`o.org_id as "orgId", o.slug, o.kind, o.code, o.name, o.short_name as "shortName",
  o.parent_id as "parentId", o.official_order as "officialOrder", o.valid_from as "validFrom",
  o.valid_to as "validTo", o.successor_id as "successorId", o.version,
  coalesce((select array_agg(a.alias order by a.alias) from city.organisation_alias a
    where a.city_id = o.city_id and a.org_id = o.org_id and a.source <> 'name'), '{}') as aliases`;

/** In official order. `asOf` leaves out what did not exist yet, or no more, on that day. */
export async function listOrganisationRows(
  tx: Tx,
  filter: { readonly kinds?: readonly string[]; readonly asOf?: PlainDate },
): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`select ${columns} from city.organisation o
    where o.city_id = ${tx.scope.cityId}
      and (${filter.kinds ?? null}::text[] is null or o.kind = any (${filter.kinds ?? null}::text[]))
      and (${filter.asOf ?? null}::date is null or (coalesce(o.valid_from, '-infinity') <= ${filter.asOf ?? null}::date
        and coalesce(o.valid_to, 'infinity') > ${filter.asOf ?? null}::date))
    order by o.official_order, o.slug`.execute(tables(tx));
  return rows;
}

export async function findOrganisationRow(tx: Tx, orgId: OrgId): Promise<Organisation | undefined> {
  const { rows } = await sql<Organisation>`select ${columns} from city.organisation o
    where o.city_id = ${tx.scope.cityId} and o.org_id = ${orgId}`.execute(tables(tx));
  return rows[0];
}

/** Every spelling in its normal form with the organisation it names. */
export async function readSpellings(tx: Tx): Promise<Map<string, OrgId>> {
  const { rows } = await sql<{ alias: string; org: OrgId }>`
    select alias_normal as alias, org_id as org from city.organisation_alias
    where city_id = ${tx.scope.cityId}`.execute(tables(tx));
  return new Map(rows.map((row) => [row.alias, row.org]));
}

export async function findBySpelling(tx: Tx, spelling: string): Promise<Organisation | undefined> {
  const { rows } = await sql<Organisation>`select ${columns} from city.organisation o
    join city.organisation_alias n on n.city_id = o.city_id and n.org_id = o.org_id
    where o.city_id = ${tx.scope.cityId} and n.alias_normal = ${normalName(spelling)}`.execute(tables(tx));
  return rows[0];
}
