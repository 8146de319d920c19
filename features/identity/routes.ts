import * as access from '#access';
import { done, implement } from '#http';
import { Refusal } from '#kernel/refusal';
import { createAccount, disableAccount, enableAccount, resetPassword } from './acts/administer-account.ts';
import { giveRole, listPermissions, listRoles, takeRole } from './acts/administer-grants.ts';
import { listAccounts } from './acts/list-accounts.ts';
import { endSessionsOf, listMySessions, listSessionsOf } from './acts/list-sessions.ts';
import { whoAmI } from './acts/who-am-i.ts';
import * as contract from './contract.ts';
import './permissions.ts';

const sessionRoutes = [
  implement(contract.signIn, async (input, city, exchange) => {
    const signedIn = await access.signIn(city, input);
    if (signedIn instanceof Refusal) return signedIn;
    exchange.keepSession(signedIn.token);
    return await whoAmI(city, access.limitedBy(city.pack, signedIn.actor));
  }),
  implement(contract.whoAmI, (_input, city) => whoAmI(city)),
  implement(contract.signOut, async (_input, city, exchange) => {
    if (city.origin?.sessionId) await access.signOut(city, city.origin.sessionId);
    exchange.dropSession();
    return done;
  }),
  implement(contract.signOutEverywhere, async (_input, city, exchange) => {
    const ended = await access.signOutEverywhere(city);
    exchange.dropSession();
    return { ended };
  }),
  implement(contract.changePassword, async (input, city) => {
    return (await access.changePassword(city, input)) ?? done;
  }),
  implement(contract.listMySessions, (_input, city) => listMySessions(city)),
  implement(contract.listSessions, ({ id }, city) => listSessionsOf(city, id)),
  implement(contract.endSessions, async ({ id }, city) => ({ ended: await endSessionsOf(city, id) })),
];

const accountRoutes = [
  implement(contract.listAccounts, (input, city) => listAccounts(city, input)),
  implement(contract.createAccount, (input, city) => createAccount(city, input)),
  implement(contract.disableAccount, async (input, city) => {
    await disableAccount(city, input);
    return done;
  }),
  implement(contract.enableAccount, async (input, city) => {
    await enableAccount(city, input);
    return done;
  }),
  implement(contract.resetPassword, async ({ id }, city) => ({
    oneTimePassword: await resetPassword(city, id),
  })),
];

const grantRoutes = [
  implement(contract.giveRole, async ({ id, ...grant }, city) => ({
    grantId: await giveRole(city, { accountId: id, ...grant }),
  })),
  implement(contract.takeRole, async ({ id }, city) => {
    await takeRole(city, id);
    return done;
  }),
  implement(contract.listRoles, (_input, city) => listRoles(city)),
  implement(contract.listPermissions, (_input, city) => listPermissions(city)),
];

export const identityRoutes = [...sessionRoutes, ...accountRoutes, ...grantRoutes];
