import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, type Db, inScope, listCities, migrate, openDatabase, saveCity } from '../index.ts';
import { removeHome } from '../testing.ts';
import { asAdmin, ask, newHome, urlOf } from './household.ts';
import { inCity, query } from './sample.ts';

/** The embedded server of one home stands for the server of a data centre; the program knows it by its URL only. */
let host: string;
let server: Db;
let home: string;

beforeAll(async () => {
  [host, home] = [newHome(), newHome()];
  server = await openDatabase({ home: host });
});
afterAll(async () => {
  await closeDatabase(server);
  await removeHome(host);
  await removeHome(home);
});

const url = (database = 'guatu') => urlOf(host, 'owner', database);
const open = (address: string, database?: string) =>
  openDatabase({ home, url: address, ...(database ? { database } : {}) });

describe('a server that is not ready says what is missing', () => {
  test.each([
    ['no address', () => 'guatu', 'db.server_refused'],
    ['a wrong password', () => url().replace(/:[^:@]+@/, ':wrong@'), 'db.server_refused'],
    ['no such database', () => url('nothing'), 'db.server_refused'],
    ['nobody there', () => 'postgres://boss:x@127.0.0.1:1/guatu', 'db.server_refused'],
    ['a user who may not act as the program', url, 'db.no_app_role'],
  ])('%s', async (_, address, code) => {
    await expect(open(address())).rejects.toMatchObject({ code });
  });
});

describe('once the administrator granted guatu_app', () => {
  beforeAll(() => asAdmin(host, 'grant guatu_app to guatu_owner'));

  test('the program migrates as the owner and works as guatu_app, under row security', async () => {
    const db = await open(url());
    await migrate(db, []);
    await inScope(db, inCity(210200), (tx) => saveCity(tx, 'p', '甲'));
    await inScope(db, inCity(331100), (tx) => saveCity(tx, 'p', '乙'));
    const seen = await inScope(db, inCity(331100), (tx) =>
      query(tx, 'select name, current_user as role from city.city'),
    );
    expect(seen).toEqual([{ name: '乙', role: 'guatu_app' }]);
    expect(await listCities(db)).toHaveLength(2);
    await closeDatabase(db);
  });

  test('options in the address are kept, and do not lift the role', async () => {
    const db = await open(`${url()}&options=${encodeURIComponent('-c role=guatu_owner -c work_mem=5MB')}`);
    const rows = await ask(
      db,
      "select current_user as role, current_setting('work_mem') as memory, current_setting('timezone') as zone",
    );
    expect(rows).toEqual([{ role: 'guatu_app', memory: '5MB', zone: 'UTC' }]);
    await closeDatabase(db);
  });

  test('a second database is made where the user may, and asked for where not', async () => {
    const demo = await open(url(), 'guatu_demo');
    expect(await ask(demo, 'select current_database() as name')).toEqual([{ name: 'guatu_demo' }]);
    await closeDatabase(demo);
    await asAdmin(host, 'alter role guatu_owner nocreatedb');
    await expect(open(url(), 'guatu_other')).rejects.toMatchObject({
      code: 'db.cannot_create_database',
      details: { database: 'guatu_other', user: 'guatu_owner' },
    });
  });

  test('two services share a server by URL: nothing is refused', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => openDatabase({ home, url: url(), exclusive: true })),
    );
    await Promise.all([one, two].map((db) => db && closeDatabase(db)));
  });
});
