import { ensure, type Refusal } from '#kernel/refusal';
import type { Actor } from './actor.ts';
import { actorOf } from './actor-of.ts';
import { attemptPassword } from './attempt.ts';
import { audit } from './audit.ts';
import type { City } from './city.ts';
import { plainLogin } from './login.ts';
import { type OpenedSession, openSession } from './session.ts';
import { lockAccount } from './store/account.ts';

export type SignIn = OpenedSession & { readonly actor: Actor; readonly mustChange: boolean };

/**
 * Checks name and password and opens a session. A refusal is returned, not thrown: the failure is counted and audited
 * in this transaction, which must be kept.
 */
export async function signIn(
  city: City,
  given: { readonly login: string; readonly password: string },
): Promise<SignIn | Refusal> {
  const login = plainLogin(given.login);
  const account = await lockAccount(city.tx, { login });
  const refusal = await attemptPassword(city.tx, account, given.password, city.now);
  if (refusal) {
    await audit(city, {
      action: 'session.sign-in',
      object: 'account',
      objectId: account?.accountId,
      outcome: 'refused',
      // What belongs to nobody may be a password typed into the wrong field.
      details: { login: account ? login : `${login.slice(0, 2)}***`, code: refusal.code },
    });
    return refusal;
  }
  ensure(account, 'account.not_found');
  const actor = await actorOf(city.tx, account, city.today);
  const opened = await openSession(city.tx, account.accountId, city.origin, city.now);
  await audit(
    { ...city, actor },
    { action: 'session.sign-in', object: 'session', objectId: opened.sessionId, details: { login } },
  );
  return { ...opened, actor, mustChange: account.mustChange };
}
