import { Facts, Instant } from '#ui';
import { texts } from '../texts.ts';
import { AccountActs } from './account-acts.tsx';
import { AccountGrants } from './account-grants.tsx';
import { AccountSessions } from './account-sessions.tsx';
import { type Account, stateOf } from './account-table.tsx';
import { useMay } from './may.ts';

/** One account: its state and acts, its roles, where it is signed in. */
export function AccountDetails({ account }: { readonly account: Account }) {
  const may = useMay();
  const state = stateOf(account);
  return (
    <>
      <Facts
        facts={[
          [texts.login, account.login],
          [texts.state, texts.states[state]],
          ...(state === 'locked'
            ? [[texts.lockedUntil, <Instant key="locked" at={account.lockedUntil} />] as const]
            : []),
          [texts.lastSeen, account.lastSeenAt ? <Instant key="seen" at={account.lastSeenAt} /> : texts.never],
        ]}
      />
      <AccountActs account={account} />
      <AccountGrants account={account} />
      {may('session.view') ? <AccountSessions accountId={account.accountId} /> : null}
    </>
  );
}
