import { Input, Radio } from 'antd';
import { useState } from 'react';
import {
  confidences,
  type NoteLine,
  noteWord,
  overrideLight,
  overrides,
  rateConfidence,
} from '#features/light-notes';
import type { InputOf } from '#http/client';
import type { Light } from '#kernel/light';
import { Dialog, Field, fieldError, useAct } from '#ui';
import { noteTexts } from '../texts.ts';

type WriteNoteProps = {
  readonly id: InputOf<typeof overrideLight>['id'];
  readonly kind: NoteLine['kind'];
  readonly month: InputOf<typeof overrideLight>['month'];
  readonly computed: Light;
  readonly standing: NoteLine | undefined;
  readonly close: () => void;
};

/** Signs a light or a rating beside the computed one, or takes it back; what was typed stays when it is refused. */
export function WriteNote({ id, kind, month, computed, standing, close }: WriteNoteProps) {
  const [value, setValue] = useState<string>();
  const [reason, setReason] = useState('');
  const [seen] = useState(standing?.number ?? 0);
  const override = useAct(overrideLight, close);
  const rate = useAct(rateConfidence, close);
  const act = kind === 'override' ? override : rate;
  const stands = standing?.value ?? null;
  const choices: readonly string[] =
    kind === 'override' ? overrides.filter((one) => one !== computed) : confidences;
  const options = choices
    .filter((one) => one !== stands)
    .map((one) => ({ value: one, label: noteWord({ kind, value: one }) }));
  const said = { id, month, reason: reason.trim(), expectedNumber: seen };
  const chosen = value === withdrawal ? null : value;
  return (
    <Dialog
      open
      title={kind === 'override' ? noteTexts.override : noteTexts.rate}
      act={noteTexts.sign}
      ready={chosen !== undefined && said.reason !== ''}
      busy={act.isPending}
      error={act.error}
      onClose={close}
      onAct={() => {
        if (kind === 'override')
          override.mutate({ ...said, light: overrides.find((one) => one === chosen) ?? null });
        else rate.mutate({ ...said, confidence: confidences.find((one) => one === chosen) ?? null });
      }}
    >
      <p className="quiet">{noteTexts.explain}</p>
      <Radio.Group
        aria-label={noteTexts.choice}
        value={value}
        onChange={(event) => setValue(String(event.target.value))}
        options={[
          ...options,
          ...(stands === null
            ? []
            : [{ value: withdrawal, label: noteTexts.withdraw(noteWord({ kind, value: stands })) }]),
        ]}
      />
      <Field
        label={noteTexts.reason}
        required
        hint={noteTexts.reasonHint}
        error={fieldError(act.error, 'reason')}
      >
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={3}
            maxLength={300}
            showCount
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

const withdrawal = 'withdrawal';
