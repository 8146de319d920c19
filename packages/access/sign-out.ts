import { audit } from './audit.ts';
import type { City } from './city.ts';
import { deleteSession, deleteSessions, findSession } from './store/session.ts';

/** Ends one session; one that has ended already is as good. */
export async function signOut(city: City, sessionId: string): Promise<void> {
  const session = await findSession(city.tx, sessionId);
  if (!session) return;
  await deleteSession(city.tx, sessionId);
  await audit(city, {
    action: 'session.sign-out',
    object: 'session',
    objectId: sessionId,
    details: { accountId: session.accountId },
  });
}

/** Ends every session of the account, this one included, and says how many there were. */
export async function signOutEverywhere(
  city: City,
  accountId: string = city.actor.accountId,
): Promise<number> {
  const ended = await deleteSessions(city.tx, accountId);
  await audit(city, {
    action: 'session.sign-out-everywhere',
    object: 'account',
    objectId: accountId,
    details: { ended },
  });
  return ended;
}
