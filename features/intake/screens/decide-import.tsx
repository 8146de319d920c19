import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import { Dialog, Field, Panel, Refused, useAct } from '#ui';
import { confirmImport, discardImport, type Preview } from '../contract.ts';
import { texts } from '../texts.ts';
import { Proposals, proposalsOf } from './proposals.tsx';

type DecideImportProps = {
  readonly preview: Preview;
  readonly written: (outcome: OutputOf<typeof confirmImport>) => void;
  readonly reload: () => void;
};

/** Nothing is written before somebody says so, and says what of it. */
export function DecideImport({ preview, written, reload }: DecideImportProps) {
  const { run, outcome } = preview;
  const { importId, version } = run;
  const [acceptGood, setAcceptGood] = useState(false);
  const [similar, setSimilar] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [approver, setApprover] = useState('');
  const [explaining, explain] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const confirm = useAct(confirmImport, written);
  const discard = useAct(discardImport, () => setDiscarding(false));
  const proposals = proposalsOf(outcome.rows);
  const explained = explaining || confirm.error?.code === 'plan.revision_unexplained';
  const blocked = outcome.accepted === 0 || (outcome.rejected > 0 && !acceptGood);

  return (
    <Panel title={texts.decide}>
      {confirm.error ? <Refused error={confirm.error} retry={reload} /> : null}
      {outcome.accepted === 0 ? <p>{texts.nothingGood}</p> : null}
      {outcome.rejected > 0 && outcome.accepted > 0 ? (
        <>
          <Checkbox checked={acceptGood} onChange={(event) => setAcceptGood(event.target.checked)}>
            {texts.acceptGood(outcome.accepted, outcome.rejected)}
          </Checkbox>
          {acceptGood ? null : <p className="quiet">{texts.mustAcceptGood}</p>}
        </>
      ) : null}
      {proposals.length > 0 ? (
        <Proposals proposals={proposals} confirmed={similar} change={setSimilar} />
      ) : null}
      {explained ? (
        <div className="columns" style={{ maxWidth: 900, marginTop: 12 }}>
          <Field label={texts.planReason} hint={texts.planReasonHint}>
            {(ties) => (
              <Input
                {...ties}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <Field label={texts.approver} hint={texts.planReasonHint}>
            {(ties) => (
              <Input
                {...ties}
                maxLength={100}
                value={approver}
                onChange={(event) => setApprover(event.target.value)}
              />
            )}
          </Field>
        </div>
      ) : null}
      <div className="acts">
        <Button
          type="primary"
          disabled={blocked}
          loading={confirm.isPending}
          onClick={() =>
            confirm.mutate({
              importId,
              version,
              acceptGood,
              acceptSimilar: [...similar],
              ...(reason.trim() ? { reason: reason.trim() } : {}),
              ...(approver.trim() ? { approver: approver.trim() } : {}),
            })
          }
        >
          {texts.confirm}
        </Button>
        {run.kind === 'projects' && !explained ? (
          <Button onClick={() => explain(true)}>{texts.explain}</Button>
        ) : null}
        <Button onClick={() => setDiscarding(true)}>{texts.discard}</Button>
      </div>
      <Dialog
        open={discarding}
        title={texts.discard}
        act={texts.discard}
        destructive
        busy={discard.isPending}
        error={discard.error}
        onAct={() => discard.mutate({ importId, version })}
        onClose={() => setDiscarding(false)}
      >
        <p>{texts.discardAsk}</p>
      </Dialog>
    </Panel>
  );
}
