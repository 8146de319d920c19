import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { Dialog, Field, useAct } from '#ui';
import {
  correctVisit,
  type projectVisits,
  recordVisit,
  type ServedProject,
  type VisitLine,
} from '../contract.ts';
import { texts } from '../texts.ts';
import { type Choices, draftOf, isComplete, newDraft, saidOf, VisitFields } from './visit-fields.tsx';

type ProjectId = ServedProject['projectId'];

type NewVisitProps = {
  readonly project: { readonly projectId: ProjectId; readonly name: string };
  readonly today: PlainDate;
  readonly choices: Choices;
  /** Whom she met last: mostly the same person. */
  readonly met: string | null;
  /** `blocked`: a blocker was written. */
  readonly done: (blocked: boolean) => void;
  readonly close: () => void;
};

export function NewVisit({ project, today, choices, met, done, close }: NewVisitProps) {
  const [draft, setDraft] = useState(() => newDraft(today, choices, met));
  const act = useAct(recordVisit, () => done(draft.blocker.trim() !== ''));
  const { visitedOn } = draft;
  return (
    <Dialog
      open
      title={texts.recordFor(project.name)}
      act={texts.save}
      busy={act.isPending}
      ready={isComplete(draft)}
      error={act.error}
      onAct={() => visitedOn && act.mutate({ id: project.projectId, visitedOn, ...saidOf(draft) })}
      onClose={close}
    >
      <VisitFields draft={draft} change={setDraft} choices={choices} error={act.error} />
    </Dialog>
  );
}

type CorrectProps = {
  readonly log: OutputOf<typeof projectVisits>;
  readonly visit: VisitLine;
  readonly close: () => void;
};

/** A further version with its reason; what was written first stays to be read. */
export function CorrectVisit({ log, visit, close }: CorrectProps) {
  const [draft, setDraft] = useState(() => draftOf(visit));
  const [withdrawn, withdraw] = useState(visit.withdrawn);
  const [reason, setReason] = useState('');
  const act = useAct(correctVisit, close);
  const { visitedOn } = draft;
  const save = () =>
    visitedOn &&
    act.mutate({
      ...{ id: log.projectId, visitId: visit.visitId, expectedNumber: visit.number },
      ...{ visitedOn, ...saidOf(draft), withdrawn, reason },
    });
  return (
    <Dialog
      open
      title={texts.correctFor(log.name)}
      act={texts.save}
      busy={act.isPending}
      ready={isComplete(draft) && reason.trim() !== ''}
      destructive={withdrawn}
      error={act.error}
      onAct={save}
      onClose={close}
    >
      <VisitFields draft={draft} change={setDraft} choices={log} error={act.error} unfolded />
      <Field label={texts.reason} required>
        {(ties) => (
          <Input
            {...ties}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Checkbox checked={withdrawn} onChange={(event) => withdraw(event.target.checked)}>
        {texts.withdraw}
      </Checkbox>
    </Dialog>
  );
}
