import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCatalogue } from '../index.ts';
import { asTableOwner, type TestDatabase, testDatabase } from '../testing.ts';
import { sampleMigrations } from './sample.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase([sampleMigrations]);
});
afterAll(() => base.drop());

test('the base and a well-made owner break no rule', async () => {
  expect(await checkCatalogue(base.db)).toEqual([]);
});

const protectedTable = (columns: string) =>
  `create table city.planted (${columns}); select city.protect('city.planted', 'city-wide')`;
const sound = 'city_id integer, id integer, primary key (city_id, id)';

const planted: readonly (readonly [string, string, RegExp])[] = [
  ['no city_id', `create table city.planted (id integer primary key)`, /planted: no column city_id/],
  [
    'city_id of another type',
    protectedTable('city_id bigint, id integer, primary key (city_id, id)'),
    /no column city_id integer/,
  ],
  ['no primary key', protectedTable('city_id integer not null'), /planted: no primary key/],
  [
    'a primary key that begins elsewhere',
    protectedTable('city_id integer, id integer, primary key (id, city_id)'),
    /planted_pkey does not begin/,
  ],
  [
    'a unique key that begins elsewhere',
    protectedTable(`${sound}, unique (id, city_id)`),
    /constraint \S+ does not begin/,
  ],
  [
    'an index that begins elsewhere',
    `${protectedTable(sound)}; create index planted_id on city.planted (id, city_id)`,
    /index city.planted_id does not begin/,
  ],
  [
    'an index on an expression',
    `${protectedTable(sound)}; create index planted_e on city.planted ((city_id + 0), id)`,
    /planted_e does not begin/,
  ],
  [
    'a foreign key that begins elsewhere',
    protectedTable(
      `${sound}, event_id integer, foreign key (event_id, city_id) references city.event (event_id, city_id)`,
    ),
    /foreign key|constraint/,
  ],
  [
    'a foreign key to the platform',
    `create table platform.planted (id integer primary key);
    ${protectedTable(`${sound}, foreign key (city_id) references platform.planted`)}`,
    /does not lead to city_id/,
  ],
  [
    'row security off',
    `${protectedTable(sound)}; alter table city.planted disable row level security`,
    /row security is off/,
  ],
  [
    'no policy',
    `create table city.planted (${sound}); alter table city.planted enable row level security`,
    /planted: no policy/,
  ],
  [
    'a policy that lets all through',
    `create table city.planted (${sound}); alter table city.planted enable row level security; create policy open on city.planted using (true)`,
    /does not ask for the current city/,
  ],
  [
    'a second policy that lets all through',
    `${protectedTable(sound)}; create policy open on city.planted using (true)`,
    /policy open does not ask/,
  ],
  [
    'a view that runs as its owner',
    'create view city.planted as select * from city.event',
    /without security_invoker/,
  ],
  [
    'a materialised view',
    'create materialized view city.planted as select * from city.event',
    /materialised view/,
  ],
  [
    'a function of its owner without a search_path',
    "create function city.planted() returns integer language sql security definer as 'select 1'",
    /planted\(\): runs as its owner without a search_path/,
  ],
  ['the right to truncate', 'grant truncate on city.event to guatu_app', /event: guatu_app may truncate/],
  ['the right to create', 'grant create on schema city to guatu_app', /may create in schema city/],
  [
    'a table of the platform nobody reviewed',
    'create table platform.planted (id integer)',
    /not among the reviewed/,
  ],
];

test.each(planted)('planted, %s is found', async (_, text, expected) => {
  const { db, drop } = await testDatabase([sampleMigrations]);
  try {
    if (text.includes('(event_id, city_id)')) {
      await asTableOwner(db, 'alter table city.event add constraint turned unique (event_id, city_id)');
    }
    await asTableOwner(db, text);
    const findings = await checkCatalogue(db);
    expect(findings.join('\n')).toMatch(expected);
  } finally {
    await drop();
  }
});

test('a reviewed table of the platform is allowed', async () => {
  await asTableOwner(base.db, 'create table platform.reviewed (id integer)');
  expect(await checkCatalogue(base.db, ['reviewed'])).toEqual([]);
});

test('a view with the rights of its reader is allowed', async () => {
  await asTableOwner(
    base.db,
    'create view city.v_event with (security_invoker = true) as select * from city.event',
  );
  expect(await checkCatalogue(base.db, ['reviewed'])).toEqual([]);
});
