import { namedQuery, type Tx } from '#db';

/** Names of organisations by id, in one question. */
export async function unitNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  if (wanted.length === 0) return new Map();
  const rows = await namedQuery<{ readonly id: string; readonly name: string }>(
    tx,
    'dispatch-unit-names',
    `select org_id::text as id, name from city.organisation where city_id = $1 and org_id = any ($2::uuid[])
     union all select person_id::text, name from city.person where city_id = $1 and person_id = any ($2::uuid[])`,
    [tx.scope.cityId, wanted],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
