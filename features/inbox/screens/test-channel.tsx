import { Alert, Input } from 'antd';
import { useState } from 'react';
import { Dialog, Field, useAct } from '#ui';
import { tryChannel } from '../contract.ts';
import { texts } from '../texts.ts';
import type { Channel } from './channel-table.tsx';

/** Sends one message by the channel as it is saved, and says what the other side answered. */
export function TestChannel({ channel, close }: { readonly channel: Channel; readonly close: () => void }) {
  const [to, setTo] = useState('');
  const act = useAct(tryChannel);
  const byEmail = channel.kind === 'email';
  return (
    <Dialog
      open
      title={`${texts.test}：${channel.name}`}
      act={texts.send}
      ready={!byEmail || to.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id: channel.channelId, ...(byEmail ? { to: to.trim() } : {}) })}
      onClose={close}
    >
      <p className="quiet">{texts.testNote}</p>
      {byEmail ? (
        <Field label={texts.testTo} required>
          {(ties) => (
            <Input
              {...ties}
              type="email"
              maxLength={254}
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {act.data && !act.isPending ? (
        <Alert
          role="status"
          showIcon
          type={act.data.error === null ? 'success' : 'error'}
          title={act.data.error ?? texts.testDone}
        />
      ) : null}
    </Dialog>
  );
}
