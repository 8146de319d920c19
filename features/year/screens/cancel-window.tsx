import { Input } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import { Dialog, Field, fieldError, useAct } from '#ui';
import { cancelWindow } from '../contract.ts';
import { texts } from '../texts.ts';

export function CancelWindow(props: {
  readonly windowId: InputOf<typeof cancelWindow>['id'];
  readonly close: () => void;
}) {
  const { windowId, close } = props;
  const [reason, setReason] = useState('');
  const act = useAct(cancelWindow, close);
  return (
    <Dialog
      open
      title={texts.cancel}
      act={texts.cancel}
      destructive
      ready={reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id: windowId, reason: reason.trim() })}
      onClose={close}
    >
      <p>{texts.cancelNote}</p>
      <Field label={texts.reason} required error={fieldError(act.error, 'reason')}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
