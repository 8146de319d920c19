import type { Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { type Actor, actorFrom } from './actor.ts';
import { type Account, findAccount } from './store/account.ts';
import { listGrants, organisationsBelow } from './store/grant.ts';

/** The actor an account is on a day: its roles in force, and everything they reach. */
export async function actorOf(tx: Tx, account: Account | string, today: PlainDate): Promise<Actor> {
  const known = typeof account === 'string' ? await findAccount(tx, account) : account;
  ensure(known, 'account.not_found');
  const held = (await listGrants(tx, today, { accountId: known.accountId })).filter(
    (one) => one.fromOn <= today,
  );
  const below = await organisationsBelow(tx, [...new Set(held.flatMap((one) => one.orgId ?? []))]);
  return actorFrom({
    accountId: known.accountId,
    name: known.displayName,
    personId: known.personId ?? undefined,
    grants: held.map(({ role, orgId }) => ({
      role,
      orgId: orgId ?? undefined,
      below: orgId ? below.get(orgId) : undefined,
    })),
  });
}
