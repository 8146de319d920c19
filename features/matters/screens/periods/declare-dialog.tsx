import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, Shown, useAct, useRoute } from '#ui';
import { declareExcludedPeriod, previewExcludedPeriod } from '../../contract.ts';
import { useKinds } from '../kinds.ts';
import { periodTexts } from '../period-texts.ts';
import { MovedClocks } from './moved-clocks.tsx';

type Span = InputOf<typeof previewExcludedPeriod>;

type DeclareDialogProps = { readonly close: () => void; readonly done: (total: number) => void };

/** What would move is read before it is declared; another span has to be looked at again. */
export function DeclareDialog({ close, done }: DeclareDialogProps) {
  const kinds = useKinds().data?.kinds ?? [];
  const [from, setFrom] = useState<PlainDate>();
  const [to, setTo] = useState<PlainDate>();
  const [chosen, choose] = useState<string[]>([]);
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState('');
  const [looked, look] = useState<Span>();
  const act = useAct(declareExcludedPeriod, ({ total }) => done(total));
  const span: Span | undefined =
    from && to ? { from, to, ...(chosen.length > 0 ? { kinds: chosen } : {}) } : undefined;
  const isLooked = looked !== undefined && JSON.stringify(looked) === JSON.stringify(span);
  return (
    <Dialog
      open
      title={periodTexts.declareTitle}
      act={periodTexts.declare}
      ready={isLooked && document.trim() !== '' && reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => span && act.mutate({ ...span, document: document.trim(), reason: reason.trim() })}
      onClose={close}
    >
      <p className="quiet">{periodTexts.steps}</p>
      <div className="field-pair">
        <Field label={periodTexts.from} required>
          {(ties) => <DayInput {...ties} value={from} change={setFrom} />}
        </Field>
        <Field label={periodTexts.to} required>
          {(ties) => <DayInput {...ties} value={to} change={setTo} />}
        </Field>
      </div>
      <Field label={periodTexts.kinds}>
        {(ties) => (
          <Select<string[]>
            {...ties}
            mode="multiple"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={periodTexts.allKinds}
            style={{ width: '100%' }}
            value={chosen}
            options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={choose}
          />
        )}
      </Field>
      <Button disabled={!span} onClick={() => look(span)}>
        {periodTexts.look}
      </Button>
      {looked && !isLooked ? <p className="doubt">{periodTexts.changed}</p> : null}
      {looked && isLooked ? <Preview span={looked} /> : null}
      <Field
        label={periodTexts.document}
        required
        hint={periodTexts.documentHint}
        error={fieldError(act.error, 'document')}
      >
        {(ties) => (
          <Input
            {...ties}
            maxLength={200}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        )}
      </Field>
      <Field label={periodTexts.reason} required>
        {(ties) => (
          <Input
            {...ties}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

function Preview({ span }: { readonly span: Span }) {
  const preview = useRoute(previewExcludedPeriod, span);
  return (
    <Shown query={preview} rows={3}>
      {(data) => <MovedClocks {...data} />}
    </Shown>
  );
}
