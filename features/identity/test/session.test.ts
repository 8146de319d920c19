import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount } from '#access';
import * as contract from '../contract.ts';
import { cityId, identityServer, orgs, password } from './support/a-server.ts';

let server: Awaited<ReturnType<typeof identityServer>>;
beforeAll(async () => {
  server = await identityServer();
});
afterAll(() => server.close());

test('a district filler signs in, learns who it is and what it may do, and signs out', async () => {
  const { call } = await server.person('filler', { role: 'district-filler', orgId: orgs.east });
  const me = await call(contract.whoAmI, {});
  expect(me).toMatchObject({
    login: 'filler',
    name: 'filler同志',
    cityId,
    cityName: '小城市',
    roles: [{ role: 'district-filler', name: '区市县填报员', orgId: orgs.east }],
    reach: 'holders',
    mustChange: false,
  });
  expect(me.actions).not.toContain('account.view');
  await call(contract.signOut, {});
  await expect(call(contract.whoAmI, {})).rejects.toMatchObject({ status: 401, code: 'http.sign_in_first' });
  await call(contract.signOut, {});
});

describe('signing in', () => {
  test('sets a cookie that scripts cannot read and other sites cannot use', async () => {
    await server.person('cookie');
    const response = await server.browser().fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'cookie-key-1' },
      body: JSON.stringify({ login: 'cookie', password }),
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^guatu_session=990100\.[\w-]{43};.*HttpOnly;.*SameSite=Strict/,
    );
    expect(await response.text()).not.toContain('990100.');
  });

  test('counts failures although they are refused, and says in Chinese what happens', async () => {
    await server.person('locked');
    const { call } = server.browser();
    const attempt = (given: string) => call(contract.signIn, { login: 'locked', password: given });
    for (let n = 1; n <= 4; n++) {
      await expect(attempt('wrong')).rejects.toMatchObject({ status: 401, code: 'signin.wrong' });
    }
    await expect(attempt('wrong')).rejects.toThrow(/已锁定，请于 \d\d:\d\d 后再试/);
    await expect(attempt(password)).rejects.toMatchObject({ status: 423 });
    server.later(16);
    await expect(attempt(password)).resolves.toMatchObject({ login: 'locked' });
  });

  test('in a city that is not kept here is refused in one sentence', async () => {
    const { call } = server.browser();
    const outcome = call(contract.signIn, { cityId: 110000, login: 'x', password: 'y' });
    await expect(outcome).rejects.toMatchObject({ status: 404, code: 'city.unknown' });
  });
});

test('a newcomer can do nothing but change the password', async () => {
  const { oneTimePassword } = await server.inCity((city) =>
    addAccount(city, { login: 'newcomer', displayName: '新来的' }),
  );
  const { call } = server.browser();
  const me = await call(contract.signIn, { login: 'newcomer', password: oneTimePassword! });
  expect(me.mustChange).toBe(true);
  await expect(call(contract.listMySessions, {})).rejects.toMatchObject({ code: 'password.must_change' });
  await expect(call(contract.listAccounts, {})).rejects.toMatchObject({ code: 'password.must_change' });
  const next = 'Qiuyue@2024x';
  await expect(call(contract.changePassword, { current: 'wrong', next })).rejects.toMatchObject({
    code: 'signin.wrong',
  });
  await call(contract.changePassword, { current: oneTimePassword!, next });
  expect(await call(contract.listMySessions, {})).toMatchObject([{ current: true }]);
});

test('changing the password ends the sessions elsewhere; all can be ended at once', async () => {
  const here = await server.person('mover');
  const elsewhere = server.browser();
  await elsewhere.call(contract.signIn, { login: 'mover', password });
  expect(await here.call(contract.listMySessions, {})).toHaveLength(2);
  await here.call(contract.changePassword, { current: password, next: 'Qiuyue@2024x' });
  await expect(elsewhere.call(contract.whoAmI, {})).rejects.toMatchObject({ status: 401 });
  expect(await here.call(contract.signOutEverywhere, {})).toEqual({ ended: 1 });
  await expect(here.call(contract.whoAmI, {})).rejects.toMatchObject({ status: 401 });
});
