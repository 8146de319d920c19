import { type Id, newId } from '#kernel/id';
import { defineRefusals, ensure, type Refusal } from '#kernel/refusal';
import { attemptPassword } from './attempt.ts';
import { audit } from './audit.ts';
import type { City } from './city.ts';
import { ensureLogin } from './login.ts';
import { ensureStrongPassword, hashPassword, oneTimePassword } from './password.ts';
import { roles } from './role.ts';
import {
  type AccountWithSecret,
  insertAccount,
  lockAccount,
  storeDisabled,
  storePassword,
} from './store/account.ts';
import { listGrants } from './store/grant.ts';
import { deleteSessions } from './store/session.ts';

defineRefusals({
  'account.not_found': { status: 404, text: '没有这个账号。' },
  'account.login_taken': { status: 409, text: '登录名「{login}」已被使用，请换一个。' },
  'account.name_missing': { status: 422, text: '请填写账号使用人的姓名或岗位名称。' },
  'account.administrator_on_site': {
    status: 403,
    text: '管理员账号的重置密码、停用和启用只能在服务器本机由命令行办理，以防一名管理员代行另一名的职权。',
  },
  'account.not_oneself': { status: 409, text: '不能停用或重置自己的账号；修改本人密码请用「修改密码」。' },
});

export type NewAccount = {
  readonly login: string;
  readonly displayName: string;
  readonly personId?: string | undefined;
  /** Without one, a password to be printed once is made. */
  readonly password?: string | undefined;
  /** Demonstration accounts keep the password they are printed with. */
  readonly mustChange?: boolean | undefined;
};

export type AddedAccount = {
  readonly accountId: Id<'account'>;
  readonly oneTimePassword: string | undefined;
};

export async function addAccount(city: City, given: NewAccount): Promise<AddedAccount> {
  const login = ensureLogin(given.login);
  const displayName = given.displayName.trim();
  ensure(displayName !== '', 'account.name_missing');
  if (given.password !== undefined) ensureStrongPassword(given.password, login);
  const password = given.password ?? oneTimePassword();
  const accountId = newId<'account'>();
  const added = await insertAccount(city.tx, {
    accountId,
    login,
    displayName,
    personId: given.personId ?? null,
    passwordHash: await hashPassword(password),
    mustChange: given.mustChange ?? true,
    createdBy: city.actor.accountId,
  });
  ensure(added, 'account.login_taken', { login });
  await audit(city, {
    action: 'account.create',
    object: 'account',
    objectId: accountId,
    details: { login, displayName },
  });
  return { accountId, oneTimePassword: given.password === undefined ? password : undefined };
}

/** A new password to be printed once; ends every session of the account. */
export async function resetPassword(city: City, accountId: string): Promise<string> {
  const account = await lockForAdministration(city, accountId);
  const password = oneTimePassword();
  await storePassword(city.tx, accountId, { passwordHash: await hashPassword(password), mustChange: true });
  const ended = await deleteSessions(city.tx, accountId);
  await audit(city, {
    action: 'account.reset-password',
    object: 'account',
    objectId: accountId,
    details: { login: account.login, ended },
  });
  return password;
}

export async function disableAccount(city: City, accountId: string): Promise<void> {
  const account = await lockForAdministration(city, accountId);
  await storeDisabled(city.tx, accountId, city.now);
  await deleteSessions(city.tx, accountId);
  await audit(city, {
    action: 'account.disable',
    object: 'account',
    objectId: accountId,
    details: { login: account.login },
  });
}

export async function enableAccount(city: City, accountId: string): Promise<void> {
  const account = await lockForAdministration(city, accountId);
  await storeDisabled(city.tx, accountId, null);
  await audit(city, {
    action: 'account.enable',
    object: 'account',
    objectId: accountId,
    details: { login: account.login },
  });
}

/** One's own password: the current one is asked for, and other sessions end. A refusal is returned, to be counted. */
export async function changePassword(
  city: City,
  given: { readonly current: string; readonly next: string },
): Promise<Refusal | undefined> {
  const { accountId } = city.actor;
  const account = await lockAccount(city.tx, { accountId });
  ensure(account, 'account.not_found');
  const refusal = await attemptPassword(city.tx, account, given.current, city.now);
  if (refusal) {
    await audit(city, {
      action: 'account.change-password',
      object: 'account',
      objectId: accountId,
      outcome: 'refused',
      details: { code: refusal.code },
    });
    return refusal;
  }
  ensure(given.next !== given.current, 'password.unchanged');
  ensureStrongPassword(given.next, account.login);
  await storePassword(city.tx, accountId, {
    passwordHash: await hashPassword(given.next),
    mustChange: false,
  });
  const ended = await deleteSessions(city.tx, accountId, city.origin?.sessionId);
  await audit(city, {
    action: 'account.change-password',
    object: 'account',
    objectId: accountId,
    details: { ended },
  });
  return undefined;
}

/** An administrator who could reset another's password could act in the other's place. */
async function lockForAdministration(city: City, accountId: string): Promise<AccountWithSecret> {
  ensure(accountId !== city.actor.accountId, 'account.not_oneself');
  const account = await lockAccount(city.tx, { accountId });
  ensure(account, 'account.not_found');
  if (city.actor.trusted) return account;
  const grants = await listGrants(city.tx, city.today, { accountId });
  ensure(!grants.some((grant) => roles[grant.role].administrator), 'account.administrator_on_site');
  return account;
}
