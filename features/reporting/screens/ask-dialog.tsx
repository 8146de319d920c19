import { useState } from 'react';
import { Dialog, fieldError, useAct } from '#ui';
import { askAfterLock, type PeriodHead, type ReportingRow } from '../contract.ts';
import { FactFields, useFactForm } from './fact-form.tsx';
import { sentFacts } from './fill/row-facts.ts';
import { Reason } from './reason.tsx';
import { texts } from './texts.ts';

type AskProps = {
  readonly period: PeriodHead;
  readonly row: ReportingRow;
  readonly done: () => void;
  readonly close: () => void;
};

/** After the lock: what should have been reported, and why. It counts once approved, and only later. */
export function AskDialog({ period, row, done, close }: AskProps) {
  const stands = row.verified ?? row.reported;
  const form = useFactForm(stands, Number(period.month.slice(0, 4)));
  const [reason, setReason] = useState('');
  const ask = useAct(askAfterLock, done);
  return (
    <Dialog
      open
      title={(row.verified ? texts.askCorrection : texts.askLate)(row.name)}
      act={texts.ask}
      ready={form.isRead && form.differs && reason.trim() !== ''}
      busy={ask.isPending}
      error={ask.error}
      onAct={() =>
        ask.mutate({
          month: period.month,
          id: row.projectId,
          facts: sentFacts(row, form.facts),
          reason: reason.trim(),
        })
      }
      onClose={close}
    >
      <p className="quiet">{texts.askNote}</p>
      <FactFields form={form} />
      <Reason
        label={texts.askReason}
        required
        value={reason}
        change={setReason}
        error={fieldError(ask.error, 'reason')}
      />
    </Dialog>
  );
}
