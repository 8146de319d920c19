import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { PersonId } from '../domain/identity.ts';

/** People by name and number, as far as the scope reaches; two of one name and number are nobody. */
export async function readPeopleByPhone(tx: Tx): Promise<Map<string, PersonId>> {
  const { rows } = await sql<{ key: string; ids: PersonId[] }>`
    select p.name || ' ' || c.phone as key, array_agg(p.person_id) as ids
    from city.person p join city.person_contact c on c.city_id = p.city_id and c.person_id = p.person_id
    where p.city_id = ${tx.scope.cityId} group by 1`.execute(tables(tx));
  return new Map(
    rows.flatMap(({ key, ids }) => (ids.length === 1 && ids[0] ? [[key, ids[0]] as const] : [])),
  );
}
