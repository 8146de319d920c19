import { Button } from 'antd';
import type { OutputOf } from '#http/client';
import { type Column, DataTable, Instant } from '#ui';
import type { listAccounts } from '../contract.ts';
import { texts } from '../texts.ts';

type AccountPage = OutputOf<typeof listAccounts>;
export type Account = AccountPage['rows'][number];

export function stateOf({ disabledAt, lockedUntil }: Account): keyof typeof texts.states {
  if (disabledAt !== null) return 'disabled';
  return lockedUntil !== null && new Date(lockedUntil) > new Date() ? 'locked' : 'usable';
}

type AccountTableProps = {
  readonly page: AccountPage;
  readonly turn: (page: number) => void;
  readonly open: (account: Account) => void;
};

export function AccountTable({ page, turn, open }: AccountTableProps) {
  const columns: readonly Column<Account>[] = [
    {
      key: 'name',
      title: texts.displayName,
      phone: 'title',
      render: (account) => (
        <Button type="link" className="in-cell" onClick={() => open(account)}>
          {account.displayName}
        </Button>
      ),
    },
    { key: 'login', title: texts.login, render: ({ login }) => login },
    { key: 'roles', title: texts.roles, render: ({ grants }) => rolesOf(grants) },
    {
      key: 'state',
      title: texts.state,
      render: (account) => {
        const state = texts.states[stateOf(account)];
        return account.mustChange ? `${state}，${texts.mustChange}` : state;
      },
    },
    {
      key: 'seen',
      title: texts.lastSeen,
      render: ({ lastSeenAt }) => (lastSeenAt ? <Instant at={lastSeenAt} /> : texts.never),
    },
  ];
  return (
    <DataTable
      label={texts.accounts}
      columns={columns}
      rows={page.rows}
      rowKey={({ accountId }) => accountId}
      empty={{ why: texts.noAccounts, remedy: texts.noAccountsRemedy }}
      paging={{ page: page.page, size: page.pageSize, total: page.total, turn }}
    />
  );
}

function rolesOf(grants: Account['grants']) {
  if (grants.length === 0) return <span className="quiet">{texts.noRole}</span>;
  return [...new Set(grants.map(({ roleName }) => roleName))].join('、');
}
