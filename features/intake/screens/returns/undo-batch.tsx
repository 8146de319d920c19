import { Button, Input } from 'antd';
import { useState } from 'react';
import { whoAmI } from '#features/identity';
import { Dialog, Field, useAct, useRoute } from '#ui';
import { type BatchView, undoReturns } from '../../contract.ts';
import { returnTexts as texts } from '../../texts.ts';

/** Takes the whole batch back, with a reason. */
export function UndoBatch({ batch, reload }: { readonly batch: BatchView; readonly reload: () => void }) {
  const allowed = useRoute(whoAmI, {}).data?.actions.includes('returns.undo') ?? false;
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const undo = useAct(undoReturns, () => ask(false));
  if (!allowed) return null;
  const { batchId, version } = batch;
  return (
    <>
      <Button danger onClick={() => ask(true)}>
        {texts.undo}
      </Button>
      <Dialog
        open={asking}
        title={texts.undo}
        act={texts.undo}
        destructive
        ready={reason.trim() !== ''}
        busy={undo.isPending}
        error={undo.error}
        onAct={() => undo.mutate({ batchId, version, reason: reason.trim() })}
        onClose={() => {
          undo.reset();
          ask(false);
          reload();
        }}
      >
        <p>{texts.undoAsk}</p>
        <Field label={texts.undoReason} required>
          {(ties) => (
            <Input.TextArea
              {...ties}
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </Dialog>
    </>
  );
}
