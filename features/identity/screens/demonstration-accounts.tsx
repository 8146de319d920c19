import { Button } from 'antd';
import type { CityView } from '#features/cities';
import { Panel } from '#ui';
import { texts } from '../texts.ts';

type Account = NonNullable<CityView['accounts']>[number];

type DemonstrationAccountsProps = {
  readonly accounts: readonly Account[];
  readonly busy: boolean;
  readonly enter: (as: Pick<Account, 'login' | 'password'>) => void;
};

/** The printed accounts of the demonstration: one click signs in. */
export function DemonstrationAccounts({ accounts, busy, enter }: DemonstrationAccountsProps) {
  return (
    <Panel title={texts.demonstration}>
      <p className="quiet">{texts.demonstrationNote}</p>
      <ul className="link-list demonstration">
        {accounts.map(({ login, password, roleName }) => (
          <li key={login}>
            <Button block disabled={busy} onClick={() => enter({ login, password })}>
              <span>{roleName}</span>
              <span className="quiet">{login}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
