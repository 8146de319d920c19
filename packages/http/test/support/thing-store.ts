import type { City } from '#access';
import { type Db, namedQuery } from '#db';
import { asTableOwner } from '#db/testing';
import { type Id, newId } from '#kernel/id';

export type Thing = {
  readonly id: Id<'thing'>;
  readonly name: string;
  readonly amountFen: bigint;
  readonly version: number;
  readonly madeAt: Date;
  /** A field no answer declares. */
  readonly remark: string;
};

export async function createThingTable(db: Db): Promise<void> {
  await asTableOwner(
    db,
    `create table city.thing (city_id integer not null, id uuid not null, name text not null, amount_fen bigint not null,
       version integer not null default 1, made_at timestamptz not null default now(), primary key (city_id, id));
     select city.protect('city.thing', 'city-wide')`,
  );
}

const columns = `id, name, amount_fen as "amountFen", version, made_at as "madeAt", 'internal' as remark`;

export function insertThing({ tx }: City, name: string, amountFen: bigint): Promise<Thing> {
  return oneRow(
    namedQuery<Thing>(
      tx,
      'thing_insert',
      `insert into city.thing (city_id, id, name, amount_fen) values ($1, $2, $3, $4) returning ${columns}`,
      [tx.scope.cityId, newId<'thing'>(), name, amountFen],
    ),
  );
}

export async function lockThing({ tx }: City, id: string): Promise<Thing | undefined> {
  const text = `select ${columns} from city.thing where city_id = $1 and id = $2 for update`;
  const [thing] = await namedQuery<Thing>(tx, 'thing_lock', text, [tx.scope.cityId, id]);
  return thing;
}

export function storeName({ tx }: City, id: string, name: string): Promise<Thing> {
  return oneRow(
    namedQuery<Thing>(
      tx,
      'thing_rename',
      `update city.thing set name = $3, version = version + 1 where city_id = $1 and id = $2 returning ${columns}`,
      [tx.scope.cityId, id, name],
    ),
  );
}

export function findThings({ tx }: City): Promise<Thing[]> {
  return namedQuery<Thing>(tx, 'thing_list', `select ${columns} from city.thing order by name`, []);
}

async function oneRow(rows: Promise<Thing[]>): Promise<Thing> {
  const [row] = await rows;
  if (!row) throw new Error('no row came back');
  return row;
}

/** Ends the act's own connection, as a killed database does. */
export async function cutConnection({ tx }: City): Promise<void> {
  await namedQuery(tx, 'thing_cut', 'select pg_terminate_backend(pg_backend_pid())', []);
}

/** Ends the statement as the loser of a deadlock. */
export async function provokeClash({ tx }: City): Promise<void> {
  const text = `do $$ begin raise exception 'deadlock detected' using errcode = '40P01'; end $$`;
  await namedQuery(tx, 'thing_clash', text, []);
}
