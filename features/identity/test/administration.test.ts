import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorFrom, allRoles } from '#access';
import { asTableOwner } from '#db/testing';
import { addUser } from '../acts/add-user.ts';
import * as contract from '../contract.ts';
import { identityServer, orgs, password } from './support/a-server.ts';

type Server = Awaited<ReturnType<typeof identityServer>>;
type Person = Awaited<ReturnType<Server['person']>>;

let server: Server;
let system: Person;
let security: Person;
let auditor: Person;
let clerk: Person;

beforeAll(async () => {
  server = await identityServer();
  system = await server.person('system', { role: 'system-admin' });
  security = await server.person('security', { role: 'security-admin' });
  auditor = await server.person('auditor', { role: 'audit-admin' });
  clerk = await server.person('clerk', { role: 'coordinator-clerk' });
});
afterAll(() => server.close());

test('an account is opened by one administrator, gets its role from another, and works', async () => {
  const made = await system.call(contract.createAccount, { login: 'Wang.Wei', displayName: '王伟' });
  await security.call(contract.giveRole, { id: made.accountId, role: 'district-filler', orgId: orgs.east });
  const { call } = server.browser();
  const me = await call(contract.signIn, { login: 'wang.wei', password: made.oneTimePassword });
  expect(me).toMatchObject({ roles: [{ role: 'district-filler' }], reach: 'holders' });
});

test('a role takes effect and ends while one is signed in', async () => {
  const someone = await server.person('someone');
  expect(await someone.call(contract.whoAmI, {})).toMatchObject({ roles: [], reach: 'holders' });
  const { grantId } = await security.call(contract.giveRole, {
    id: someone.accountId as never,
    role: 'leader',
  });
  expect(await someone.call(contract.whoAmI, {})).toMatchObject({
    roles: [{ name: '市领导' }],
    reach: 'city',
  });
  await security.call(contract.takeRole, { id: grantId });
  expect(await someone.call(contract.whoAmI, {})).toMatchObject({ roles: [], reach: 'holders' });
});

test('a disabled account is out at once; a stale page is told so', async () => {
  const leaver = await server.person('leaver');
  const find = async () => (await system.call(contract.listAccounts, { text: 'leaver' })).rows[0]!;
  const { version } = await find();
  await system.call(contract.disableAccount, { id: leaver.accountId, version });
  await expect(leaver.call(contract.whoAmI, {})).rejects.toMatchObject({ status: 401 });
  const stale = system.call(contract.enableAccount, { id: leaver.accountId, version });
  await expect(stale).rejects.toMatchObject({ status: 409, code: 'http.stale_version' });
  await system.call(contract.enableAccount, { id: leaver.accountId, version: (await find()).version });
  await leaver.call(contract.signIn, { login: 'leaver', password });
});

test('a reset password is for once and ends the sessions', async () => {
  const forgetful = await server.person('forgetful');
  const { oneTimePassword } = await system.call(contract.resetPassword, { id: forgetful.accountId });
  await expect(forgetful.call(contract.whoAmI, {})).rejects.toMatchObject({ status: 401 });
  const me = await forgetful.call(contract.signIn, { login: 'forgetful', password: oneTimePassword });
  expect(me.mustChange).toBe(true);
});

test('sessions of another are seen and ended by the security administrator', async () => {
  const watched = await server.person('watched');
  expect(await security.call(contract.listSessions, { id: watched.accountId })).toMatchObject([
    { ip: '127.0.0.1', current: false },
  ]);
  expect(await security.call(contract.endSessions, { id: watched.accountId })).toEqual({ ended: 1 });
  await expect(watched.call(contract.whoAmI, {})).rejects.toMatchObject({ status: 401 });
});

describe('the list of accounts', () => {
  test.each([
    ['by text', { text: 'CLERK' }, ['clerk']],
    ['by role', { role: 'audit-admin' }, ['auditor']],
    ['by what is nobody’s', { text: '100%_' }, []],
  ] as const)('is filtered %s', async (_how, filter, logins) => {
    const { rows, total } = await system.call(contract.listAccounts, filter);
    expect(rows.map((row) => row.login)).toEqual(logins);
    expect(total).toBe(logins.length);
  });

  test('comes in pages and never shows a hash', async () => {
    const first = await system.call(contract.listAccounts, { page: 1, pageSize: 2 });
    const second = await system.call(contract.listAccounts, { page: 2, pageSize: 2 });
    expect(first.rows).toHaveLength(2);
    expect(second.rows[0]!.login > first.rows[1]!.login).toBe(true);
    expect(JSON.stringify(first)).not.toContain('argon2');
  });
});

describe('each administrator keeps to its part', () => {
  const id = '01890000-0000-7000-8000-00000000aaaa' as never;
  const attempts = {
    'account.view': (by: Person) => by.call(contract.listAccounts, {}),
    'account.create': (by: Person) => by.call(contract.createAccount, { login: '', displayName: '' }),
    'account.disable': (by: Person) => by.call(contract.disableAccount, { id, version: 1 }),
    'account.enable': (by: Person) => by.call(contract.enableAccount, { id, version: 1 }),
    'account.reset-password': (by: Person) => by.call(contract.resetPassword, { id }),
    'grant.give': (by: Person) => by.call(contract.giveRole, { id, role: 'leader' }),
    'grant.revoke': (by: Person) => by.call(contract.takeRole, { id }),
    'session.view': (by: Person) => by.call(contract.listSessions, { id }),
    'session.end': (by: Person) => by.call(contract.endSessions, { id }),
    'permission.view': (by: Person) => by.call(contract.listPermissions, {}),
  } as const;

  /** Whoever is allowed gets past the door: to an answer, or to a refusal of another kind. */
  test.each<[keyof typeof attempts, string]>([
    ['account.view', 'system security'],
    ['account.create', 'system'],
    ['account.disable', 'system'],
    ['account.enable', 'system'],
    ['account.reset-password', 'system'],
    ['grant.give', 'security'],
    ['grant.revoke', 'security'],
    ['session.view', 'security'],
    ['session.end', 'security'],
    ['permission.view', 'system security auditor'],
  ])('%s: %s', async (action, allowed) => {
    for (const by of [system, security, auditor, clerk]) {
      const code = await attempts[action](by).then(
        () => undefined,
        (error: { code: string }) => error.code,
      );
      const denied = code === 'access.denied';
      expect([by.login, denied]).toEqual([by.login, !allowed.split(' ').includes(by.login)]);
    }
  });

  test('the security administrator cannot raise itself, nor make one account two administrators', async () => {
    const toItself = security.call(contract.giveRole, { id: security.accountId, role: 'leader' });
    await expect(toItself).rejects.toMatchObject({ status: 409, code: 'grant.not_to_oneself' });
    const toAuditor = security.call(contract.giveRole, { id: auditor.accountId, role: 'system-admin' });
    await expect(toAuditor).rejects.toMatchObject({ code: 'grant.administrators_apart' });
    const toClerk = security.call(contract.giveRole, { id: clerk.accountId, role: 'audit-admin' });
    await expect(toClerk).rejects.toMatchObject({ code: 'grant.administrators_apart' });
  });

  test('the system administrator cannot take over another administrator’s account', async () => {
    const outcome = system.call(contract.resetPassword, { id: security.accountId });
    await expect(outcome).rejects.toMatchObject({ status: 403, code: 'account.administrator_on_site' });
  });

  test('the contract knows the same roles as the program', async () => {
    expect(contract.roleIds).toEqual(allRoles);
    expect((await system.call(contract.listRoles, {})).map((one) => one.role)).toEqual(allRoles);
    const sentences = await auditor.call(contract.listPermissions, {});
    expect(sentences.map((one) => one.sentence)).toContain('安全管理员可以授予角色，范围为全市。');
  });
});

test('a one-time password is shown once and kept nowhere, nor is a changed one', async () => {
  const [input, options] = [{ login: 'shown', displayName: '只看一次' }, { idempotencyKey: 'shown-once-1' }];
  const { oneTimePassword } = await system.call(contract.createAccount, input, options);
  await expect(system.call(contract.createAccount, input, options)).rejects.toMatchObject({
    code: 'http.shown_once',
  });
  const { call } = await server.person('changer');
  const next = 'Qiuyue@2024x';
  await call(contract.changePassword, { current: password, next }, { idempotencyKey: 'changed-once-1' });
  const kept = JSON.stringify(
    await asTableOwner(server.db, 'select i.*, a.details from city.idempotency i, city.audit a'),
  );
  for (const secret of [oneTimePassword, password, next]) expect(kept).not.toContain(secret);
});

test('the command line adds a user with roles in one step; nobody with a mere role can', async () => {
  const user = { login: 'added', displayName: '命令行开设', grants: [{ role: 'leader' }] } as const;
  const added = await server.inCity((city) => addUser(city, user));
  expect(added.oneTimePassword).toHaveLength(14);
  for (const role of ['system-admin', 'security-admin', 'coordinator-head'] as const) {
    const actor = actorFrom({ accountId: added.accountId, name: '某人', grants: [{ role }] });
    const outcome = server.inCity((city) => addUser({ ...city, actor }, { ...user, login: 'other' }));
    await expect(outcome).rejects.toMatchObject({ code: 'access.denied' });
  }
});

test('every act and every refusal of this file left its row', async () => {
  const rows = await asTableOwner(
    server.db,
    `select action, outcome, count(*)::integer as count from city.audit group by action, outcome`,
  );
  const seen = new Set(rows.map((row) => `${row['action']} ${row['outcome']}`));
  for (const expected of [
    'account.create done',
    'account.create refused',
    'account.disable done',
    'account.reset-password done',
    'account.reset-password refused',
    'grant.give done',
    'grant.give refused',
    'grant.revoke done',
    'session.sign-in done',
    'session.sign-out-everywhere done',
    'account.view refused',
  ]) {
    expect([...seen]).toContain(expected);
  }
});
