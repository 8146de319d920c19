import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessMigrations, addAccount, type City, localOperator, scopeOf } from '#access';
import { type Db, inScope, saveCity } from '#db';
import { testDatabase } from '#db/testing';
import { registryMigrations } from '#engines/registry';
import * as identity from '#features/identity';
import { CallRefused, httpJobs, httpMigrations } from '#http';
import { serveForTest, type TestServer } from '#http/testing';
import { runIfDue } from '#jobs';
import { todayInShanghai } from '#kernel/plain-date';
import type { Pack } from '#pack';
import { identityRoutes } from '../../../features/identity/routes.ts';
import { serverWorld } from '../../../features/identity/server-world.ts';
import { buildServer } from '../build-server.ts';
import { settingDefaults } from '../settings-schema.ts';

const cityId = 210200;
const pack: Pack = { id: 'alpha', cityId, name: '甲市', keyPrefix: 'A', sections: new Map() };
const wang = { login: 'wang', password: 'Turm-Kran-2023' };

let db: Db;
let drop: () => Promise<void>;
let served: TestServer;

/** The command line's way into the city. */
function operate<T>(act: (city: City) => Promise<T>): Promise<T> {
  const now = new Date();
  const actor = localOperator;
  return inScope(db, scopeOf(actor, cityId), (tx) =>
    act({ tx, cityId, pack, now, today: todayInShanghai(now), actor }),
  );
}

beforeAll(async () => {
  ({ db, drop } = await testDatabase([accessMigrations, httpMigrations, registryMigrations]));
  await operate(async (city) => {
    await saveCity(city.tx, pack.id, pack.name);
    await addAccount(city, { ...wang, displayName: '王经办', mustChange: false });
  });
  const server = await buildServer({
    db,
    settings: { ...settingDefaults, requestsPerMinute: 0 },
    implementations: identityRoutes,
    world: serverWorld({ db, packOf: (id) => (id === cityId ? pack : undefined), cityOf: () => cityId }),
    version: '0.1.0',
    webFolder: join(import.meta.dirname, 'no-such-folder'),
  });
  served = await serveForTest(server);
});
afterAll(async () => {
  await served.close();
  await drop();
});

test('people sign in and out', async () => {
  const browser = served.browser();
  expect(await browser.call(identity.signIn, wang)).toMatchObject({ name: '王经办', cityName: '甲市' });
  expect(await browser.call(identity.whoAmI, {})).toMatchObject({ login: 'wang' });
  await browser.call(identity.signOut, {});
  await expect(browser.call(identity.whoAmI, {})).rejects.toMatchObject({ status: 401 });
});

test('the server describes every route it has', async () => {
  const response = await fetch(`${served.baseUrl}/api/openapi.json`);
  const document = (await response.json()) as { info: unknown; paths: Record<string, object> };
  expect(document.info).toMatchObject({ title: '挂图', version: '0.1.0' });
  const operations = Object.values(document.paths).flatMap((path) => Object.keys(path));
  expect(operations).toHaveLength(identityRoutes.length);
});

test('the server tells that it is well', async () => {
  const response = await fetch(`${served.baseUrl}/api/health`);
  expect([response.status, await response.json()]).toEqual([
    200,
    { status: 'ok', version: '0.1.0', cities: 1 },
  ]);
});

test('an address that is neither page nor route is told so', async () => {
  const response = await fetch(`${served.baseUrl}/api/unknown`);
  expect([response.status, await response.json()]).toMatchObject([404, { code: 'http.no_such_address' }]);
});

test('answers are forgotten a week later, not before', async () => {
  const browser = served.browser();
  await browser.call(identity.signIn, wang);
  const idempotencyKey = 'end-all-key-1';
  const end = () => browser.call(identity.signOutEverywhere, {}, { idempotencyKey });
  expect(await end()).toEqual({ ended: 1 });
  await browser.call(identity.signIn, wang);
  const inDays = (days: number) => () => new Date(Date.now() + days * 86_400_000);
  for (const job of httpJobs) expect(await runIfDue(db, job, { now: inDays(6) })).toBe(true);
  await end();
  expect(await browser.call(identity.whoAmI, {})).toMatchObject({ login: 'wang' });
  for (const job of httpJobs) expect(await runIfDue(db, job, { now: inDays(8) })).toBe(true);
  await end();
  await expect(browser.call(identity.whoAmI, {})).rejects.toThrow(CallRefused);
});
