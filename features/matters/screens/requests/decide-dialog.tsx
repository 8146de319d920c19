import { Input } from 'antd';
import { useState } from 'react';
import { Dialog, Field, useAct } from '#ui';
import { decideLeaderRequest, type LeaderRequestView } from '../../contract.ts';
import { requestTexts } from '../request-texts.ts';

type DecideDialogProps = {
  readonly request: LeaderRequestView;
  readonly forward: boolean;
  readonly close: () => void;
};

/** Forwarded with a word if one is wanted; dropped never without a reason. */
export function DecideDialog({ request, forward, close }: DecideDialogProps) {
  const [note, setNote] = useState('');
  const act = useAct(decideLeaderRequest, close);
  const { requestId, version, recipient } = request;
  return (
    <Dialog
      open
      title={forward ? requestTexts.forwardTitle(recipient) : requestTexts.drop}
      act={forward ? requestTexts.forward : requestTexts.drop}
      ready={forward || note.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ requestId, version, forward, note: note.trim() || undefined })}
      onClose={close}
    >
      <p>{request.matter.title}</p>
      <Field label={forward ? requestTexts.note1 : requestTexts.dropReason} required={!forward}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
