import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct } from '#ui';
import { openWindow } from '../contract.ts';
import { texts } from '../texts.ts';
import { noPaper, type Paper, PaperFields, paperReady } from './paper-fields.tsx';

/** From which day to which, and by which document. */
export function OpenWindow({ year, close }: { readonly year: number; readonly close: () => void }) {
  const [, go] = useLocation();
  const [opensOn, setOpens] = useState<PlainDate>();
  const [closesOn, setCloses] = useState<PlainDate>();
  const [paper, setPaper] = useState<Paper>(noPaper);
  const act = useAct(openWindow, ({ windowId }) => go(`/year/windows/${windowId}`));
  const ready = opensOn !== undefined && closesOn !== undefined && paperReady(paper);
  return (
    <Dialog
      open
      title={`${year}年${texts.windows}`}
      act={texts.open}
      ready={ready}
      busy={act.isPending}
      error={act.error}
      onAct={() => {
        const { documentDay } = paper;
        if (opensOn && closesOn && documentDay)
          act.mutate({ year, opensOn, closesOn, ...paper, documentDay });
      }}
      onClose={close}
    >
      <p className="quiet">{texts.openNote}</p>
      <div className="field-pair">
        <Field label={texts.opensOn} required error={fieldError(act.error, 'opensOn')}>
          {(ties) => <DayInput {...ties} value={opensOn} change={setOpens} />}
        </Field>
        <Field label={texts.closesOn} required error={fieldError(act.error, 'closesOn')}>
          {(ties) => <DayInput {...ties} value={closesOn} change={setCloses} />}
        </Field>
      </div>
      <PaperFields paper={paper} change={setPaper} error={act.error} />
    </Dialog>
  );
}
