import { Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct } from '#ui';
import { proposeOverlay } from '../contract.ts';
import { words } from '../texts.ts';
import type { Wanted } from './use-check.ts';

type DraftDialogProps = {
  readonly file: string;
  readonly wanted: Wanted;
  readonly effectiveFrom: PlainDate | undefined;
  readonly changeDay: (day: PlainDate | undefined) => void;
  readonly dayHint?: string | undefined;
  readonly close: () => void;
};

/** Asks for day, reason and basis, and keeps the change as a draft for somebody else to approve. */
export function DraftDialog({ file, wanted, effectiveFrom, changeDay, dayHint, close }: DraftDialogProps) {
  const [reason, setReason] = useState('');
  const [basis, setBasis] = useState('');
  const [, go] = useLocation();
  const act = useAct(proposeOverlay, ({ overlayId }) => go(`/rules/overlays/${overlayId}`));
  return (
    <Dialog
      open
      title={words.proposeTitle}
      act={words.propose}
      ready={effectiveFrom !== undefined && reason.trim().length > 1 && basis.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        effectiveFrom &&
        act.mutate({ file, ...wanted, effectiveFrom, reason: reason.trim(), basis: basis.trim() })
      }
      onClose={close}
    >
      <DraftFields
        {...{ effectiveFrom, changeDay, reason, setReason, basis, setBasis, dayHint }}
        error={act.error}
      />
    </Dialog>
  );
}

type DraftFieldsProps = {
  readonly effectiveFrom: PlainDate | undefined;
  readonly changeDay: (day: PlainDate | undefined) => void;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly basis: string;
  readonly setBasis: (basis: string) => void;
  readonly dayHint?: string | undefined;
  readonly error: unknown;
};

export function DraftFields(props: DraftFieldsProps) {
  const { effectiveFrom, changeDay, reason, setReason, basis, setBasis, dayHint, error } = props;
  return (
    <>
      <Field label={words.effectiveFrom} required hint={dayHint} error={fieldError(error, 'effectiveFrom')}>
        {(ties) => <DayInput {...ties} value={effectiveFrom} change={changeDay} />}
      </Field>
      <Field label={words.basis} required hint={words.basisHint} error={fieldError(error, 'basis')}>
        {(ties) => (
          <Input {...ties} maxLength={200} value={basis} onChange={(event) => setBasis(event.target.value)} />
        )}
      </Field>
      <Field label={words.reason} required error={fieldError(error, 'reason')}>
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
    </>
  );
}
