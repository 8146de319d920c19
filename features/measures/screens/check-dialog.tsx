import { Input, Select } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import { Dialog, Field, useAct } from '#ui';
import { checkMeasure, type viewMeasure } from '../contract.ts';
import { texts } from '../texts.ts';

type Props = { readonly seen: OutputOf<typeof viewMeasure>; readonly close: () => void };

/** The office's own verdict, with what it looked at. */
export function CheckDialog({ seen: { measureId: id, matter, verdicts }, close }: Props) {
  const [verdict, setVerdict] = useState<string>();
  const [seen, setSeen] = useState('');
  const [checkNote, setNote] = useState('');
  const act = useAct(checkMeasure, close);
  return (
    <Dialog
      open
      title={texts.checkAct}
      act={texts.send}
      busy={act.isPending}
      ready={verdict !== undefined && seen.trim() !== '' && checkNote.trim() !== ''}
      error={act.error}
      onAct={() => verdict && act.mutate({ id, version: matter.version, verdict, seen, checkNote })}
      onClose={close}
    >
      <Field label={texts.verdict} required>
        {(ties) => (
          <Select<string>
            {...ties}
            value={verdict ?? null}
            onChange={setVerdict}
            options={verdicts.map(({ id: value, name }) => ({ value, label: name }))}
          />
        )}
      </Field>
      <Field label={texts.seen} required>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={2}
            maxLength={1000}
            value={seen}
            onChange={(event) => setSeen(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.checkNote} required>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={3}
            maxLength={2000}
            value={checkNote}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
