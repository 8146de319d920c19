import { sql } from 'kysely';
import { type Tx, tables } from '#db';

export type NamedIds = {
  readonly offices: readonly string[];
  readonly people: readonly string[];
  readonly projects: readonly string[];
};

/** Whether the city has everything that is named; an id of another city is as good as none. */
export async function hasAll(tx: Tx, { offices, people, projects }: NamedIds): Promise<boolean> {
  const city = tx.scope.cityId;
  const { rows } = await sql<{ unknown: boolean }>`select exists (
      select 1 from unnest(${offices}::uuid[]) id
      where not exists (select 1 from city.organisation where city_id = ${city} and org_id = id)
      union all select 1 from unnest(${people}::uuid[]) id
      where not exists (select 1 from city.person where city_id = ${city} and person_id = id)
      union all select 1 from unnest(${projects}::uuid[]) id
      where not exists (select 1 from city.project where city_id = ${city} and project_id = id)
    ) as unknown`.execute(tables(tx));
  return rows[0]?.unknown === false;
}
