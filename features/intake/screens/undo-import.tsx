import { Button, Input } from 'antd';
import { useState } from 'react';
import { whoAmI } from '#features/identity';
import { Dialog, Field, useAct, useRoute } from '#ui';
import { type RunView, undoImport } from '../contract.ts';
import { texts } from '../texts.ts';

/** Takes the whole import back, with a reason. */
export function UndoImport({ run, reload }: { readonly run: RunView; readonly reload: () => void }) {
  const allowed = useRoute(whoAmI, {}).data?.actions.includes('import.undo') ?? false;
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const undo = useAct(undoImport, () => ask(false));
  if (!allowed) return null;
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
        onAct={() => undo.mutate({ importId: run.importId, version: run.version, reason: reason.trim() })}
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
