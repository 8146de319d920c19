import type { Db } from './connection.ts';
import { inPlatform, onConnection, type Tx } from './transaction.ts';

export type CityEntry = { readonly cityId: number; readonly pack: string; readonly name: string };

/** The cities of this database, by name only: where sign-in, jobs and the command line begin. */
export async function listCities(db: Db): Promise<readonly CityEntry[]> {
  return inPlatform(db, async (tx) => {
    const found = await onConnection(tx, (client) =>
      client.query<CityEntry>('select city_id as "cityId", pack, name from platform.city_list()'),
    );
    return found.rows;
  });
}

/** Enters the city of the transaction's scope, or its new name. */
export async function saveCity(tx: Tx, pack: string, name: string): Promise<void> {
  await onConnection(tx, (client) =>
    client.query(
      `insert into city.city (city_id, pack, name) values ($1, $2, $3)
       on conflict (city_id) do update set pack = excluded.pack, name = excluded.name
       where (city.city.pack, city.city.name) is distinct from (excluded.pack, excluded.name)`,
      [tx.scope.cityId, pack, name],
    ),
  );
}

/** How often the city's pack was changed on screen; 0 where never. */
export async function packVersionOf(tx: Tx): Promise<number> {
  const { rows } = await onConnection(tx, (client) =>
    client.query<{ version: number }>('select pack_version as version from city.city where city_id = $1', [
      tx.scope.cityId,
    ]),
  );
  return rows[0]?.version ?? 0;
}

/** Makes every instance read the city's pack again. Holds the city's row, so that changes follow one another. */
export async function raisePackVersion(tx: Tx): Promise<void> {
  await onConnection(tx, (client) =>
    client.query('update city.city set pack_version = pack_version + 1 where city_id = $1', [
      tx.scope.cityId,
    ]),
  );
}
