import { Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct } from '#ui';
import { checkStart, type projectStart, showStartProof } from '../contract.ts';
import { texts } from '../texts.ts';

type Props = { readonly start: OutputOf<typeof projectStart>; readonly close: () => void };

/** What was seen on site: the day, by whom, and where it is no start, why. */
export function CheckDialog({ start: { row, grounds, text }, close }: Props) {
  const [outcome, setOutcome] = useState<'confirmed' | 'refused'>('confirmed');
  const [ground, setGround] = useState<string>();
  const [seenOn, setSeenOn] = useState<PlainDate>();
  const [seenBy, setSeenBy] = useState('');
  const [note, setNote] = useState('');
  const act = useAct(checkStart, close);
  const refused = outcome === 'refused';
  return (
    <Dialog
      open
      title={texts.checkTitle}
      act={texts.check}
      ready={seenOn !== undefined && seenBy.trim() !== '' && (!refused || ground !== undefined)}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        seenOn &&
        act.mutate({
          ...{ id: row.projectId, outcome, seenOn, seenBy: seenBy.trim() },
          ground: refused ? (ground ?? null) : null,
          note: note.trim() || null,
        })
      }
      onClose={close}
    >
      <p className="quiet">
        {texts.rule}：{text}
      </p>
      <Field label={texts.outcome} required>
        {(ties) => (
          <Radio.Group
            {...ties}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value)}
            options={[
              { value: 'confirmed', label: texts.confirm },
              { value: 'refused', label: texts.refuse },
            ]}
          />
        )}
      </Field>
      {refused ? (
        <Field label={texts.ground} required error={fieldError(act.error, 'ground')}>
          {(ties) => (
            <Select
              {...ties}
              value={ground ?? null}
              onChange={(id) => setGround(id ?? undefined)}
              options={grounds.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
      ) : null}
      <div className="field-pair">
        <Field label={texts.seenOn} required error={fieldError(act.error, 'seenOn')}>
          {(ties) => <DayInput {...ties} value={seenOn} change={setSeenOn} />}
        </Field>
        <Field label={texts.seenBy} required hint={texts.seenByHint} error={fieldError(act.error, 'seenBy')}>
          {(ties) => (
            <Input
              {...ties}
              maxLength={100}
              value={seenBy}
              onChange={(event) => setSeenBy(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Note value={note} change={setNote} />
    </Dialog>
  );
}

/** A proof that came late: which, under what number. */
export function ProofDialog({ start: { row, proofs }, close }: Props) {
  const [kind, setKind] = useState<string>();
  const [reference, setReference] = useState('');
  const [on, setOn] = useState<PlainDate>();
  const [note, setNote] = useState('');
  const act = useAct(showStartProof, close);
  return (
    <Dialog
      open
      title={texts.proofTitle}
      act={texts.proof}
      ready={kind !== undefined && reference.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        kind &&
        act.mutate({
          ...{ id: row.projectId, kind, reference: reference.trim() },
          ...{ on: on ?? null, note: note.trim() || null },
        })
      }
      onClose={close}
    >
      {row.missing ? <p>{texts.missing(row.missing)}</p> : null}
      <Field label={texts.proofKind} required error={fieldError(act.error, 'kind')}>
        {(ties) => (
          <Select
            {...ties}
            value={kind ?? null}
            onChange={(id) => setKind(id ?? undefined)}
            options={proofs.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field label={texts.reference} required error={fieldError(act.error, 'reference')}>
          {(ties) => (
            <Input
              {...ties}
              maxLength={200}
              value={reference}
              onChange={(event) => setReference(event.target.value)}
            />
          )}
        </Field>
        <Field label={texts.on} error={fieldError(act.error, 'on')}>
          {(ties) => <DayInput {...ties} value={on} change={setOn} />}
        </Field>
      </div>
      <Note value={note} change={setNote} />
    </Dialog>
  );
}

function Note({ value, change }: { readonly value: string; readonly change: (text: string) => void }) {
  return (
    <Field label={texts.note}>
      {(ties) => (
        <Input.TextArea
          {...ties}
          rows={2}
          maxLength={1000}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}
