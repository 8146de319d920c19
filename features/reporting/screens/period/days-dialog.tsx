import { Select } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct } from '#ui';
import { assignPeriod, changeDays, type PeriodHead, type PeriodProposal } from '../../contract.ts';
import { Reason } from '../reason.tsx';
import { texts } from '../texts.ts';

type Days = PeriodProposal['days'];

type DaysProps =
  | { readonly proposals: readonly PeriodProposal[]; readonly period?: undefined; readonly close: () => void }
  | { readonly period: PeriodHead; readonly proposals?: undefined; readonly close: () => void };

/** Assigns a month with its days, or moves the days of one that is assigned. */
export function DaysDialog({ proposals, period, close }: DaysProps) {
  const [, go] = useLocation();
  const [month, setMonth] = useState(period?.month ?? proposals?.[0]?.month);
  const proposed = proposals?.find((one) => one.month === month);
  const [days, setDays] = useState<Days | undefined>(period?.days ?? proposed?.days);
  const [note, setNote] = useState(period?.note ?? '');
  const assign = useAct(assignPeriod, (made) => go(`/reporting/${made.month}`));
  const change = useAct(changeDays, close);
  if (!days || !month) return null;

  const error = assign.error ?? change.error;
  const input = {
    ...{ month, opensOn: days.opensOn, lockOn: days.lockOn, publishOn: days.publishOn },
    steps: days.steps.map(({ id, dueOn }) => ({ id, dueOn })),
    note: note.trim() || null,
  };
  const set = (part: Partial<Days>) => setDays({ ...days, ...part });
  const day = (label: string, value: PlainDate, put: (day: PlainDate) => void) => (
    <Field key={label} label={label} required>
      {(ties) => <DayInput {...ties} value={value} change={(next) => (next ? put(next) : undefined)} />}
    </Field>
  );
  return (
    <Dialog
      open
      title={period ? texts.changeDays : texts.assign}
      act={period ? texts.changeDays : texts.assign}
      busy={assign.isPending || change.isPending}
      error={error}
      onAct={() => (period ? change.mutate({ ...input, version: period.version }) : assign.mutate(input))}
      onClose={close}
    >
      {proposals ? (
        <Field label={texts.month} required hint={texts.proposedDays}>
          {(ties) => (
            <Select<string>
              {...ties}
              value={month}
              onChange={(next) => {
                const found = proposals.find((one) => one.month === next);
                setMonth(found?.month);
                setDays(found?.days);
              }}
              options={proposals.map((one) => ({ value: one.month, label: one.name }))}
            />
          )}
        </Field>
      ) : null}
      <div className="field-pair" key={month}>
        {day(texts.opensOn, days.opensOn, (opensOn) => set({ opensOn }))}
        {days.steps.map((step) =>
          day(texts.dueOn(step.name), step.dueOn, (dueOn) =>
            set({ steps: days.steps.map((one) => (one.id === step.id ? { ...one, dueOn } : one)) }),
          ),
        )}
        {day(texts.lockOn, days.lockOn, (lockOn) => set({ lockOn }))}
        {day(texts.publishOn, days.publishOn, (publishOn) => set({ publishOn }))}
      </div>
      <Reason label={texts.noteToAll} value={note} change={setNote} error={fieldError(error, 'note')} />
    </Dialog>
  );
}
