import { join } from 'node:path';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Actor,
  accessMigrations,
  addAccount,
  type City,
  changePassword,
  definePermissions,
  grantRole,
  localOperator,
  scopeOf,
  signIn,
  signOut,
} from '#access';
import { type Db, inScope, saveCity } from '#db';
import { testDatabase } from '#db/testing';
import { CallRefused, Done, defineRoute, done, httpJobs, httpMigrations, implement, Nothing } from '#http';
import { runIfDue } from '#jobs';
import { todayInShanghai } from '#kernel/plain-date';
import { Refusal } from '#kernel/refusal';
import type { Pack } from '#pack';
import { serveForTest, type TestServer } from '../../../packages/http/testing.ts';
import { buildServer } from '../build-server.ts';
import { cityWorld } from '../city-world.ts';
import { clockFrom } from '../clock.ts';
import { settingDefaults } from '../settings-schema.ts';

const packs: Pack[] = [
  { id: 'alpha', cityId: 210200, name: '甲市', keyPrefix: 'A', sections: new Map() },
  { id: 'beta', cityId: 331100, name: '乙市', keyPrefix: 'B', sections: new Map() },
];
const common = { refusals: [], summary: '试验' } as const;
const Credentials = { login: Type.String({ title: '登录名' }), password: Type.String({ title: '密码' }) };

const enter = defineRoute({
  ...common,
  refusals: ['signin.wrong', 'signin.locked'],
  method: 'POST',
  path: '/session',
  permission: 'public',
  input: Type.Object({ cityId: Type.Optional(Type.Integer()), ...Credentials }),
  output: Type.Object({ name: Type.String(), mustChange: Type.Boolean() }),
});
const exit = defineRoute({
  ...common,
  method: 'DELETE',
  path: '/session',
  permission: 'signed-in',
  input: Nothing,
  output: Done,
});
const renew = defineRoute({
  ...common,
  method: 'POST',
  path: '/session/password',
  permission: 'signed-in',
  input: Type.Object({ current: Type.String({ title: '原密码' }), next: Type.String({ title: '新密码' }) }),
  output: Done,
});
const where = defineRoute({
  ...common,
  method: 'GET',
  path: '/where',
  permission: 'place.view',
  input: Nothing,
  output: Type.Object({ city: Type.String(), today: Type.String(), name: Type.String() }),
});

definePermissions([
  { action: 'place.view', text: '查看所在城市', roles: ['coordinator-clerk'], within: 'city' },
]);

const implementations = [
  implement(enter, async (input, city, exchange) => {
    const entered = await signIn(city, input);
    if (entered instanceof Refusal) return entered;
    exchange.keepSession(entered.token);
    return { name: entered.actor.name, mustChange: entered.mustChange };
  }),
  implement(exit, async (_input, city, exchange) => {
    if (city.origin?.sessionId) await signOut(city, city.origin.sessionId);
    exchange.dropSession();
    return done;
  }),
  implement(renew, async (input, city) => (await changePassword(city, input)) ?? done),
  implement(where, (_input, city) => ({ city: city.pack.name, today: city.today, name: city.actor.name })),
];

let db: Db;
let drop: () => Promise<void>;
let served: TestServer;
const clock = clockFrom('2023-06-10');

/** The command line's way into a city. */
function operate<T>(pack: Pack, act: (city: City) => Promise<T>, actor: Actor = localOperator): Promise<T> {
  const { cityId } = pack;
  const now = clock();
  return inScope(db, scopeOf(actor, cityId), (tx) =>
    act({ tx, cityId, pack, now, today: todayInShanghai(now), actor }),
  );
}

beforeAll(async () => {
  ({ db, drop } = await testDatabase([accessMigrations, httpMigrations]));
  for (const pack of packs) {
    await operate(pack, async (city) => {
      await saveCity(city.tx, pack.id, pack.name);
      const given = {
        login: 'wang',
        displayName: `王${pack.name}`,
        password: 'Turm-Kran-2023',
        mustChange: pack.id === 'beta',
      };
      const { accountId } = await addAccount(city, given);
      await grantRole(city, { accountId, role: 'coordinator-clerk' });
    });
  }
  const world = cityWorld({
    db,
    packs: () => packs,
    clock,
    openBeforePasswordChange: ['POST /session/password'],
  });
  const settings = { ...settingDefaults, requestsPerMinute: 0 };
  const webFolder = join(import.meta.dirname, 'no-such-folder');
  served = await serveForTest(
    await buildServer({ db, settings, implementations, world, version: '0.1.0', webFolder }),
  );
});
afterAll(async () => {
  await served.close();
  await drop();
});

const wang = { login: 'wang', password: 'Turm-Kran-2023' };
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof CallRefused ? error.code : String(error)),
  );

describe('a session', () => {
  test('begins with the password, in the first city unless another is named, and ends', async () => {
    const browser = served.browser();
    expect(await codeOf(browser.call(where, {}))).toBe('http.sign_in_first');
    expect(await browser.call(enter, wang)).toEqual({ name: '王甲市', mustChange: false });
    expect(await browser.call(where, {})).toEqual({ city: '甲市', today: '2023-06-10', name: '王甲市' });
    await browser.call(exit, {});
    expect(await codeOf(browser.call(where, {}))).toBe('http.sign_in_first');
  });

  test('ended in one browser is ended for a copy of its cookie', async () => {
    const browser = served.browser();
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'sign-in-1' };
    const answer = await browser.fetch('/api/session', {
      method: 'POST',
      headers,
      body: JSON.stringify(wang),
    });
    const token = answer.headers.get('set-cookie')?.match(/guatu_session=([^;]+)/)?.[1] ?? '';
    const copy = served.browser({ guatu_session: token });
    expect((await copy.call(where, {})).name).toBe('王甲市');
    await browser.call(exit, {});
    expect(await codeOf(copy.call(where, {}))).toBe('http.sign_in_first');
  });

  test('with a password to change opens nothing else', async () => {
    const browser = served.browser();
    expect(await browser.call(enter, { ...wang, cityId: 331100 })).toEqual({
      name: '王乙市',
      mustChange: true,
    });
    expect(await codeOf(browser.call(where, {}))).toBe('password.must_change');
    await browser.call(renew, { current: wang.password, next: 'Haus-Bau-2024' });
    expect(await browser.call(where, {})).toMatchObject({ city: '乙市' });
  });

  test('does not begin in a city that is not served', async () => {
    expect(await codeOf(served.browser().call(enter, { ...wang, cityId: 110000 }))).toBe(
      'server.no_such_city',
    );
  });

  test('does not begin after five wrong passwords: failures are counted though they are refused', async () => {
    const { accountId } = await operate(packs[0]!, (city) =>
      addAccount(city, { login: 'li', displayName: '李', password: 'Turm-Kran-2024' }),
    );
    expect(accountId).toBeTruthy();
    const codes: string[] = [];
    for (let n = 0; n < 5; n += 1)
      codes.push(await codeOf(served.browser().call(enter, { login: 'li', password: 'x' })));
    expect(codes.slice(0, 4)).toEqual(Array(4).fill('signin.wrong'));
    expect(codes[4]).toBe('signin.locked');
    expect(await codeOf(served.browser().call(enter, { login: 'li', password: 'Turm-Kran-2024' }))).toBe(
      'signin.locked',
    );
  });
});

describe('beside the routes, the server', () => {
  test('describes itself', async () => {
    const document = await (await fetch(`${served.baseUrl}/api/openapi.json`)).json();
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: '挂图', version: '0.1.0' } });
    expect(Object.keys((document as { paths: object }).paths)).toEqual([
      '/api/session',
      '/api/session/password',
      '/api/where',
    ]);
  });

  test('tells that it is well', async () => {
    const response = await fetch(`${served.baseUrl}/api/health`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ok', version: '0.1.0', cities: 2 },
    ]);
  });

  test('forgets answers a week old by its job', async () => {
    const browser = served.browser();
    await browser.call(enter, wang);
    const renewTo = (next: string) =>
      codeOf(browser.call(renew, { current: 'wrong', next }, { idempotencyKey: 'renew-key-1' }));
    const inDays = (days: number) => () => new Date(Date.now() + days * 86_400_000);
    expect(await renewTo('Haus-Bau-2025')).toBe('signin.wrong');
    for (const job of httpJobs) expect(await runIfDue(db, job, { now: inDays(6) })).toBe(true);
    expect(await renewTo('Haus-Bau-2026')).toBe('http.key_reused');
    for (const job of httpJobs) expect(await runIfDue(db, job, { now: inDays(8) })).toBe(true);
    expect(await renewTo('Haus-Bau-2026')).toBe('signin.wrong');
  });
});
