import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Dialog, useAct } from '#ui';
import { disableAccount, enableAccount, resetPassword } from '../contract.ts';
import { texts } from '../texts.ts';
import type { Account } from './account-table.tsx';
import { useMay } from './may.ts';
import { OneTimePassword } from './one-time-password.tsx';

type Asked = 'disable' | 'enable' | 'reset';
const asks = { disable: texts.disableAsk, enable: texts.enableAsk, reset: texts.resetAsk } as const;

/** What the system administrator does with an account; each act asks first. */
export function AccountActs({ account }: { readonly account: Account }) {
  const may = useMay();
  const [asked, ask] = useState<Asked>();
  const close = () => ask(undefined);
  const disable = useAct(disableAccount, close);
  const enable = useAct(enableAccount, close);
  const reset = useAct(resetPassword, close);
  const { accountId: id, version } = account;
  const acts = { disable, enable, reset };

  const run = (what: Asked) => {
    if (what === 'disable') disable.mutate({ id, version });
    else if (what === 'enable') enable.mutate({ id, version });
    else reset.mutate({ id });
  };
  const open = (what: Asked) => {
    acts[what].reset();
    ask(what);
  };
  const offered = account.disabledAt === null ? 'disable' : 'enable';

  return (
    <div className="filters" style={{ marginTop: 16 }}>
      {may('account.reset-password') ? <Button onClick={() => open('reset')}>{texts.reset}</Button> : null}
      {may('account.disable') ? (
        <Button danger={offered === 'disable'} onClick={() => open(offered)}>
          {texts[offered]}
        </Button>
      ) : null}
      {asked ? (
        <Dialog
          open
          title={`${texts[asked]}：${account.displayName}`}
          act={texts[asked]}
          destructive={asked === 'disable'}
          busy={acts[asked].isPending}
          error={acts[asked].error}
          onAct={() => run(asked)}
          onClose={close}
        >
          <p>{asks[asked]}</p>
        </Dialog>
      ) : null}
      <Modal
        open={reset.data !== undefined}
        title={texts.resetDone}
        onCancel={() => reset.reset()}
        mask={{ closable: false }}
        footer={<Button onClick={() => reset.reset()}>{texts.close}</Button>}
      >
        <OneTimePassword login={account.login} password={reset.data?.oneTimePassword ?? ''} />
      </Modal>
    </div>
  );
}
