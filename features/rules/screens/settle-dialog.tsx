import { Input } from 'antd';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct } from '#ui';
import { approveOverlay, type OverlayLine, withdrawOverlay } from '../contract.ts';
import { words } from '../texts.ts';

type SettleDialogProps = {
  readonly act: 'approve' | 'withdraw';
  readonly overlay: OverlayLine;
  readonly close: () => void;
};

/** Asks before a change is approved, given up or withdrawn. */
export function SettleDialog(props: SettleDialogProps) {
  return props.act === 'approve' ? <Approve {...props} /> : <Withdraw {...props} />;
}

function Approve({
  overlay: { overlayId: id, number: version, sectionName, effectiveFrom },
  close,
}: SettleDialogProps) {
  const act = useAct(approveOverlay, close);
  return (
    <Dialog
      open
      title={`${words.approve}：${sectionName}`}
      act={words.approve}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id, version })}
      onClose={close}
    >
      <p>
        {words.effectiveFrom} {effectiveFrom}。{words.approveAsk}
      </p>
    </Dialog>
  );
}

function Withdraw({
  overlay: { overlayId: id, number: version, sectionName, state },
  close,
}: SettleDialogProps) {
  const [reason, setReason] = useState('');
  const [fromOn, setFrom] = useState<PlainDate>();
  const act = useAct(withdrawOverlay, close);
  const isDraft = state === 'draft';
  const verb = isDraft ? words.drop : words.withdraw;
  return (
    <Dialog
      open
      title={`${verb}：${sectionName}`}
      act={verb}
      destructive
      ready={reason.trim().length > 1}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id, version, reason: reason.trim(), ...(fromOn ? { fromOn } : {}) })}
      onClose={close}
    >
      {isDraft ? null : (
        <>
          <p>{words.withdrawAsk}</p>
          <Field label={words.withdrawFrom} hint="不填为今天" error={fieldError(act.error, 'fromOn')}>
            {(ties) => <DayInput {...ties} value={fromOn} change={setFrom} />}
          </Field>
        </>
      )}
      <Field label={words.reason} required error={fieldError(act.error, 'reason')}>
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
