import { Input } from 'antd';
import { useState } from 'react';
import { Dialog, Field, fieldError, useAct } from '#ui';
import { approveWindow } from '../contract.ts';
import { texts } from '../texts.ts';
import type { OneWindow } from './one-window.ts';
import { type Paper, PaperFields, paperReady } from './paper-fields.tsx';

/** The document that approves; by default the one the window was opened with. */
export function ApproveWindow(props: {
  readonly data: OneWindow;
  readonly proposed: number;
  readonly close: () => void;
}) {
  const { data, proposed, close } = props;
  const { windowId, document } = data.window;
  const [paper, setPaper] = useState<Paper>({
    ...{ documentNumber: document.number, documentTitle: document.title, documentDay: document.day },
  });
  const [approver, setApprover] = useState('');
  const act = useAct(approveWindow, close);
  return (
    <Dialog
      open
      title={texts.approveAll(proposed)}
      act={texts.approve}
      ready={paperReady(paper) && approver.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => {
        const { documentDay } = paper;
        if (documentDay)
          act.mutate({ id: windowId, ...paper, documentDay, approver: approver.trim(), proposals: proposed });
      }}
      onClose={close}
    >
      <p>{data.effectiveFrom ? texts.approveNote(proposed, data.effectiveFrom) : texts.noPeriodLeft}</p>
      <PaperFields paper={paper} change={setPaper} error={act.error} />
      <Field
        label={texts.approver}
        required
        hint={texts.approverHint}
        error={fieldError(act.error, 'approver')}
      >
        {(ties) => (
          <Input
            {...ties}
            maxLength={100}
            value={approver}
            onChange={(event) => setApprover(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
