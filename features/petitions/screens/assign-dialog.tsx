import { Input } from 'antd';
import { useState } from 'react';
import { actOnMatter } from '#features/matters';
import { Dialog, Field, useAct } from '#ui';
import type { QueueRow } from '../contract.ts';
import { texts } from './texts.ts';
import { UnitSelect } from './unit-select.tsx';

export type Deciding = { readonly row: QueueRow; readonly what: 'assign' | 'decline' };

type AssignProps = Deciding & { readonly close: () => void };

const assigning: Readonly<Record<string, string>> = { aid: 'dispatch', hotline: 'dispatch' };

/** To a unit, the one proposed unless another is chosen; or not accepted, with a reason the raiser is told. */
export function AssignDialog({ row, what, close }: AssignProps) {
  const [unit, setUnit] = useState<string | undefined>(row.proposed?.id);
  const [text, setText] = useState('');
  const act = useAct(actOnMatter, close);
  const isAssign = what === 'assign';
  const send = () =>
    act.mutate({
      ...{ id: row.matterId, version: row.version },
      action: isAssign ? (assigning[row.kind.id] ?? 'assign') : 'decline',
      given: isAssign ? (text.trim() ? { opinion: text } : {}) : { reason: text },
      ...(isAssign && unit ? { lead: unit as never } : {}),
    });
  return (
    <Dialog
      open
      title={`${isAssign ? texts.assign : texts.decline}：${row.number} ${row.title}`}
      act={isAssign ? texts.assign : texts.decline}
      onAct={send}
      onClose={close}
      busy={act.isPending}
      ready={isAssign ? unit !== undefined : text.trim() !== ''}
      destructive={!isAssign}
      error={act.error}
    >
      <p className="plain-text">{row.content}</p>
      {isAssign ? (
        <Field label={texts.unit} required>
          {(ties) => <UnitSelect ties={ties} value={unit} pick={setUnit} />}
        </Field>
      ) : null}
      <Field label={isAssign ? texts.opinion : texts.declineReason} required={!isAssign}>
        {(ties) => (
          <Input.TextArea {...ties} rows={3} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
