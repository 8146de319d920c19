import { Button } from 'antd';
import { useState } from 'react';
import { Dialog, Empty, useAct } from '#ui';
import { takeRole } from '../contract.ts';
import { texts } from '../texts.ts';
import type { Account } from './account-table.tsx';
import { GiveRole } from './give-role.tsx';
import { useMay } from './may.ts';
import { OrganisationName } from './organisation-name.tsx';

type Grant = Account['grants'][number];

/** The roles of an account; the security administrator gives and takes them. */
export function AccountGrants({ account }: { readonly account: Account }) {
  const may = useMay();
  const [giving, give] = useState(false);
  const [taken, setTaken] = useState<Grant>();
  const take = useAct(takeRole, () => setTaken(undefined));
  return (
    <section aria-label={texts.roles} style={{ marginTop: 24 }}>
      <div className="page-head">
        <h2 style={{ margin: 0 }}>{texts.roles}</h2>
        {may('grant.give') ? (
          <div className="page-acts">
            <Button onClick={() => give(true)}>{texts.give}</Button>
          </div>
        ) : null}
      </div>
      {account.grants.length === 0 ? <Empty why={texts.noRole} /> : null}
      <ul className="cards">
        {account.grants.map((grant) => (
          <li key={grant.grantId} className="card">
            <div className="card-line">
              <strong style={{ color: 'inherit' }}>{grant.roleName}</strong>
              {may('grant.revoke') ? (
                <Button
                  size="small"
                  danger
                  aria-label={`${texts.take} ${grant.roleName}`}
                  onClick={() => setTaken(grant)}
                >
                  {texts.take}
                </Button>
              ) : null}
            </div>
            {grant.orgId ? (
              <div>
                <OrganisationName orgId={grant.orgId} />
              </div>
            ) : null}
            <div className="quiet">
              {grant.fromOn} 起{grant.toOn ? `，${texts.until} ${grant.toOn}` : ''}
            </div>
          </li>
        ))}
      </ul>
      <GiveRole account={account} open={giving} close={() => give(false)} />
      <Dialog
        open={taken !== undefined}
        title={texts.takeRole}
        act={texts.take}
        destructive
        busy={take.isPending}
        error={take.error}
        onAct={() => taken && take.mutate({ id: taken.grantId })}
        onClose={() => {
          take.reset();
          setTaken(undefined);
        }}
      >
        <p>{texts.takeAsk(taken?.roleName ?? '')}</p>
      </Dialog>
    </section>
  );
}
