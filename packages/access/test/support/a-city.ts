import { type Db, inScope } from '#db';
import { asTableOwner, type TestDatabase, testDatabase } from '#db/testing';
import { todayInShanghai } from '#kernel/plain-date';
import type { Pack } from '#pack';
import { type Actor, localOperator } from '../../actor.ts';
import { type City, type Origin, scopeOf } from '../../city.ts';
import { accessMigrations } from '../../migrations.ts';

export const cityId = 210200;
export const morning = new Date('2023-05-08T01:00:00Z');

const pack: Pack = { id: 'test', cityId, name: '测试市', keyPrefix: 'CS', sections: new Map() };

/** A database with the tree of organisations that the registry owns in earnest: 市 ← 东区 ← 东镇, 市 ← 西区. */
export async function accessDatabase(): Promise<TestDatabase> {
  const test = await testDatabase([accessMigrations]);
  await asTableOwner(
    test.db,
    `create table city.organisation (city_id integer not null, org_id uuid not null, parent_id uuid,
       primary key (city_id, org_id));
     select city.protect('city.organisation', 'city-wide');
     insert into city.organisation values
       (${cityId}, '${orgs.city}', null), (${cityId}, '${orgs.east}', '${orgs.city}'),
       (${cityId}, '${orgs.eastTown}', '${orgs.east}'), (${cityId}, '${orgs.west}', '${orgs.city}'),
       (331100, '${orgs.elsewhere}', '${orgs.east}')`,
  );
  return test;
}

export const orgs = {
  city: '01890000-0000-7000-8000-000000000001',
  east: '01890000-0000-7000-8000-000000000002',
  eastTown: '01890000-0000-7000-8000-000000000003',
  west: '01890000-0000-7000-8000-000000000004',
  elsewhere: '01890000-0000-7000-8000-000000000005',
} as const;

export type Situation = {
  readonly actor?: Actor;
  readonly now?: Date;
  readonly origin?: Origin;
  readonly cityId?: number;
};

/** One act in its own transaction, by the local operator on a Monday morning unless it is said otherwise. */
export function inCity<T>(db: Db, situation: Situation, act: (city: City) => Promise<T>): Promise<T> {
  const { actor = localOperator, now = morning, origin } = situation;
  const here = situation.cityId ?? cityId;
  return inScope(db, scopeOf(actor, here), (tx) =>
    act({ tx, cityId: here, pack, today: todayInShanghai(now), now, actor, ...(origin ? { origin } : {}) }),
  );
}
