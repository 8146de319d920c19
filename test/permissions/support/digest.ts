import type { Db } from '#db';
import { asTableOwner } from '#db/testing';

/** Every table and view of the cities, from the catalogue: a new one is looked at without being named here. */
export async function tablesOfCities(db: Db): Promise<string[]> {
  const rows = await asTableOwner(
    db,
    `select relname from pg_class where relnamespace = 'city'::regnamespace and relkind in ('r', 'p', 'v', 'm')
     order by relname`,
  );
  return rows.map((row) => String(row['relname']));
}

/** Where every request leaves a trace, also one that was refused. */
const traces = ['audit', 'audit_seal', 'idempotency', 'session'];

/** One hash per table over all rows of a city, to tell whether anything changed. */
export async function digestOf(db: Db, cityId: number): Promise<Record<string, string>> {
  const names = (await tablesOfCities(db)).filter((name) => !traces.includes(name));
  const hash = "count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '')";
  const parts = names.map(
    (name) => `select '${name}' as name, ${hash} as digest from city.${name} t where t.city_id = $1`,
  );
  const rows = await asTableOwner(db, parts.join(' union all '), [cityId]);
  return Object.fromEntries(rows.map((row) => [String(row['name']), String(row['digest'])]));
}
