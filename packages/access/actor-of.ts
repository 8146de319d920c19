import type { Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { type Actor, actorFrom } from './actor.ts';
import { type Account, findAccount } from './store/account.ts';
import { type GrantInForce, grantsInForce } from './store/grant.ts';

type AccountNames = Pick<Account, 'accountId' | 'displayName' | 'personId'>;

/** The actor an account is on a day: its roles in force, and everything they reach. */
export async function actorOf(tx: Tx, account: AccountNames | string, today: PlainDate): Promise<Actor> {
  const known = typeof account === 'string' ? await findAccount(tx, account) : account;
  ensure(known, 'account.not_found');
  return actorWith(known, await grantsInForce(tx, known.accountId, today));
}

export function actorWith(account: AccountNames, held: readonly GrantInForce[]): Actor {
  return actorFrom({
    accountId: account.accountId,
    name: account.displayName,
    personId: account.personId ?? undefined,
    grants: held.map(({ role, orgId, below }) => ({
      role,
      orgId: orgId ?? undefined,
      below: below ?? undefined,
    })),
  });
}
