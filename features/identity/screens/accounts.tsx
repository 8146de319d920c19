import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import { Page, Panel, Shown, useNarrow, useRoute } from '#ui';
import { listAccounts } from '../contract.ts';
import { texts } from '../texts.ts';
import { AccountDetails } from './account-details.tsx';
import { AccountFilters } from './account-filters.tsx';
import { AccountTable } from './account-table.tsx';
import { CreateAccount } from './create-account.tsx';
import { useMay } from './may.ts';

/** Accounts with their roles; one opens beside the list. */
export function Screen() {
  const may = useMay();
  const narrow = useNarrow();
  const [filter, setFilter] = useState<InputOf<typeof listAccounts>>({ page: 1 });
  const [openId, open] = useState<string>();
  const [creating, create] = useState(false);
  const accounts = useRoute(listAccounts, filter);
  const chosen = accounts.data?.rows.find(({ accountId }) => accountId === openId);
  return (
    <Page
      title={texts.accounts}
      note={texts.accountsNote}
      acts={
        may('account.create') ? (
          <Button type="primary" onClick={() => create(true)}>
            {texts.create}
          </Button>
        ) : null
      }
    >
      <Panel>
        <AccountFilters filter={filter} change={(next) => setFilter({ ...next, page: 1 })} />
        <Shown query={accounts}>
          {(page) => (
            <AccountTable
              page={page}
              turn={(number) => setFilter({ ...filter, page: number })}
              open={({ accountId }) => open(accountId)}
            />
          )}
        </Shown>
      </Panel>
      <Drawer
        open={chosen !== undefined}
        onClose={() => open(undefined)}
        title={chosen ? `${chosen.displayName}（${chosen.login}）` : ''}
        size={narrow ? '100%' : 560}
        destroyOnHidden
      >
        {chosen ? <AccountDetails account={chosen} /> : null}
      </Drawer>
      <CreateAccount open={creating} close={() => create(false)} />
    </Page>
  );
}
