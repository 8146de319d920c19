import { namedQuery, type Tx } from '#db';
import { cleanName, normalName } from '#engines/registry';

/** A further spelling of an organisation; false where the spelling already names one. */
export async function teachName(tx: Tx, name: string, orgId: string): Promise<boolean> {
  const rows = await namedQuery(
    tx,
    'policy-teach-name',
    `insert into city.organisation_alias (city_id, alias_normal, org_id, alias, source)
     values ($1, $2, $3, $4, 'screen') on conflict do nothing returning alias`,
    [tx.scope.cityId, normalName(name), orgId, cleanName(name)],
  );
  return rows.length > 0;
}
