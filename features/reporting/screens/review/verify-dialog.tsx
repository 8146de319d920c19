import { useState } from 'react';
import { Dialog, fieldError, useAct } from '#ui';
import { type PeriodHead, type ReportingRow, verifyRows } from '../../contract.ts';
import { FactFields, useFactForm } from '../fact-form.tsx';
import { sentFacts } from '../fill/row-facts.ts';
import { useFirstFocus } from '../first-focus.ts';
import type { FactName } from '../grid/fact.ts';
import { showFact } from '../grid/show-fact.ts';
import { type Failed, failedOf, Outcomes } from '../outcomes.tsx';
import { Reason } from '../reason.tsx';
import { texts } from '../texts.ts';

type VerifyProps = {
  readonly period: PeriodHead;
  readonly row: ReportingRow;
  readonly close: () => void;
};

/** Verified figures that differ from the reported ones, which stay beside them. */
export function VerifyDialog({ period, row, close }: VerifyProps) {
  const form = useFactForm(row.reported, Number(period.month.slice(0, 4)));
  const [reason, setReason] = useState('');
  const content = useFirstFocus<HTMLDivElement>('input');
  const [failed, fail] = useState<readonly Failed[]>([]);
  const verify = useAct(verifyRows, ({ results }) => {
    const left = failedOf(results, [row]);
    fail(left);
    if (left.length === 0) close();
  });
  const changed = (fact: FactName): string | undefined => {
    const before = row.reported?.[fact] ?? null;
    return before === form.facts[fact]
      ? undefined
      : texts.reportedWas(showFact(fact, before, form.unit) || '—');
  };
  return (
    <Dialog
      open
      title={texts.verifyTitle(row.name)}
      act={texts.verify}
      ready={form.isRead && (!form.differs || reason.trim() !== '')}
      busy={verify.isPending}
      error={verify.error}
      onAct={() =>
        verify.mutate({
          month: period.month,
          rows: [
            {
              projectId: row.projectId,
              expectedVersion: row.version,
              ...(form.differs ? { facts: sentFacts(row, form.facts), reason: reason.trim() } : {}),
            },
          ],
        })
      }
      onClose={close}
    >
      <div ref={content}>
        <Outcomes failed={failed} />
      </div>
      <FactFields form={form} hint={changed} />
      <Reason
        label={texts.differenceReason}
        required={form.differs}
        value={reason}
        change={setReason}
        error={fieldError(verify.error, 'reason')}
      />
    </Dialog>
  );
}
