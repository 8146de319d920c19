import {
  accessMigrations,
  addAccount,
  type City,
  grantRole,
  localOperator,
  type Role,
  scopeOf,
} from '#access';
import { type Db, inScope } from '#db';
import { asTableOwner, type TestDatabase, testDatabase } from '#db/testing';
import { todayInShanghai } from '#kernel/plain-date';
import type { Pack } from '#pack';
import { defineTellingKinds } from '../../kind.ts';
import { tellingMigrations } from '../../migrations.ts';
import type { Telling } from '../../tell.ts';

export const cityId = 210200;
/** Monday, nine in the morning in Shanghai. */
export const morning = new Date('2023-05-08T01:00:00Z');

export const orgs = {
  city: '01890000-0000-7000-8000-000000000001',
  east: '01890000-0000-7000-8000-000000000002',
  west: '01890000-0000-7000-8000-000000000004',
} as const;
export const groupId = '01890000-0000-7000-8000-0000000000c1';

const pack: Pack = { id: 'test', cityId, name: '测试市', keyPrefix: 'CS', sections: new Map() };

defineTellingKinds({ 'test.reminder': '催办', 'test.news': '动态' });

/** A database with the tables of organisations that the registry owns in earnest. */
export async function tellingDatabase(): Promise<TestDatabase> {
  const test = await testDatabase([accessMigrations, tellingMigrations]);
  await asTableOwner(
    test.db,
    `create table city.organisation (city_id integer not null, org_id uuid not null, parent_id uuid, name text,
       primary key (city_id, org_id));
     create table city.organisation_group_member (city_id integer not null, group_id uuid not null,
       org_id uuid not null, primary key (city_id, group_id, org_id));
     select city.protect('city.organisation', 'city-wide'),
       city.protect('city.organisation_group_member', 'city-wide');
     insert into city.organisation values (${cityId}, '${orgs.city}', null, '市政府'),
       (${cityId}, '${orgs.east}', '${orgs.city}', '东区'), (${cityId}, '${orgs.west}', '${orgs.city}', '西区');
     insert into city.organisation_group_member values (${cityId}, '${groupId}', '${orgs.east}');
     insert into city.city (city_id, pack, name) values (${cityId}, 'test', '测试市')`,
  );
  return test;
}

type Situation = { readonly as?: string; readonly now?: Date; readonly system?: true };

/** One act in a transaction of its own: by the local operator, or by an account that reaches nothing else. */
export function inCity<T>(db: Db, situation: Situation, act: (city: City) => Promise<T>): Promise<T> {
  const { as, now = morning } = situation;
  const actor: City['actor'] = as
    ? { accountId: as, name: as, roles: [], orgIds: [], reach: 'holders', holders: [] }
    : localOperator;
  const scope = scopeOf(actor, cityId);
  return inScope(db, situation.system ? { ...scope, reach: 'system' } : scope, (tx) =>
    act({ tx, cityId, pack, today: todayInShanghai(now), now, actor }),
  );
}

let count = 0;

/** An account with one role, for one office where named. */
export async function seat(
  db: Db,
  role: Role,
  more: { readonly orgId?: string; readonly personId?: string } = {},
): Promise<string> {
  count += 1;
  const login = `person${count}`;
  return inCity(db, {}, async (city) => {
    const { personId, orgId } = more;
    const { accountId } = await addAccount(city, { login, displayName: `第${count}人`, personId });
    await grantRole(city, { accountId, role, ...(orgId ? { orgId } : {}) });
    return accountId;
  });
}

export function aTelling(more: Partial<Telling> = {}): Telling {
  return {
    key: `test ${++count}`,
    to: [],
    title: '项目问题即将到期',
    text: '东江厂房项目“用地手续”问题还剩两个工作日。',
    about: { object: 'matter', objectId: 'm1', path: '/matters/m1' },
    urgency: 'normal',
    kind: 'test.reminder',
    ...more,
  };
}
