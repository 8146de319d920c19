import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Dialog, Field, fieldError, useAct } from '#ui';
import { createAccount } from '../contract.ts';
import { texts } from '../texts.ts';
import { OneTimePassword } from './one-time-password.tsx';

/** Opens an account, then shows its first password, once. */
export function CreateAccount({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const [login, setLogin] = useState('');
  const [displayName, setDisplayName] = useState('');
  const act = useAct(createAccount);
  const finish = () => {
    setLogin('');
    setDisplayName('');
    act.reset();
    close();
  };

  if (act.data)
    return (
      <Modal
        open={open}
        title={texts.created}
        onCancel={finish}
        mask={{ closable: false }}
        footer={<Button onClick={finish}>{texts.close}</Button>}
      >
        <OneTimePassword login={login} password={act.data.oneTimePassword} />
      </Modal>
    );
  return (
    <Dialog
      open={open}
      title={texts.create}
      act={texts.create}
      ready={login.trim() !== '' && displayName.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ login: login.trim(), displayName: displayName.trim() })}
      onClose={close}
    >
      <Field label={texts.login} required error={fieldError(act.error, 'login')}>
        {(ties) => (
          <Input
            {...ties}
            autoComplete="off"
            maxLength={64}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.displayName} required error={fieldError(act.error, 'displayName')}>
        {(ties) => (
          <Input
            {...ties}
            autoComplete="off"
            maxLength={64}
            value={displayName}
            onChange={(event) => setDisplayName(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
