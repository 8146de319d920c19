import { Select } from 'antd';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, Loading, useAct, useRoute } from '#ui';
import { type ItemView, type MeetingView, meetingChoices, recordDecision } from '../contract.ts';
import { TextField } from './text-field.tsx';
import { type UnitId, UnitSelect, UnitsSelect } from './unit-select.tsx';

type Props = {
  readonly meeting: MeetingView;
  /** The item on the screen of the room. */
  readonly item?: ItemView | undefined;
  readonly close: () => void;
};

/** Taken down in the room: the words, who leads, who helps, until when. */
export function Decide({ meeting, item, close }: Props) {
  const choices = useRoute(meetingChoices, {});
  const items = meeting.items.filter(({ removed }) => removed === null);
  const [itemId, setItem] = useState(item?.itemId);
  const [text, setText] = useState('');
  const [leadId, setLead] = useState<UnitId | undefined>(item?.lead?.id);
  const [supportIds, setSupport] = useState<readonly UnitId[]>([]);
  const [dueOn, setDue] = useState<PlainDate>();
  const [standard, setStandard] = useState('');
  const act = useAct(recordDecision, close);
  const { meetingId: id, version } = meeting;
  const record = () => {
    const led = leadId && dueOn ? { leadId, dueOn, supportIds: [...supportIds] } : {};
    const more = { ...(itemId ? { itemId } : {}), ...(standard.trim() ? { standard: standard.trim() } : {}) };
    act.mutate({ id, version, text: text.trim(), ...led, ...more });
  };
  return (
    <Dialog
      open
      title="记录议定事项"
      act="记录"
      ready={text.trim() !== '' && (leadId === undefined) === (dueOn === undefined)}
      busy={act.isPending}
      error={act.error}
      onAct={record}
      onClose={close}
    >
      <Field label="议题" hint="不选则列为其他事项">
        {(ties) => (
          <Select<ItemView['itemId']>
            {...ties}
            allowClear
            style={{ width: '100%' }}
            value={itemId ?? null}
            options={items.map(({ itemId: value, title }, at) => ({ value, label: `${at + 1}. ${title}` }))}
            onChange={(chosen) => {
              setItem(chosen ?? undefined);
              setLead(items.find((one) => one.itemId === chosen)?.lead?.id ?? leadId);
            }}
          />
        )}
      </Field>
      <TextField
        label="议定事项"
        required
        most={1000}
        rows={3}
        value={text}
        change={setText}
        error={fieldError(act.error, 'text')}
      />
      {choices.data ? (
        <>
          <Field label="牵头单位" hint="选定后立即成为该单位的任务；不选则只记录">
            {(ties) => <UnitSelect ties={ties} units={choices.data.units} value={leadId} pick={setLead} />}
          </Field>
          <Field label="配合单位">
            {(ties) => (
              <UnitsSelect ties={ties} units={choices.data.units} value={supportIds} pick={setSupport} />
            )}
          </Field>
        </>
      ) : (
        <Loading rows={2} />
      )}
      <Field
        label="完成期限"
        required={leadId !== undefined}
        hint={leadId ? undefined : '没有牵头单位的不写期限'}
        error={fieldError(act.error, 'dueOn')}
      >
        {(ties) => <DayInput {...ties} value={dueOn} change={setDue} min={meeting.heldOn} />}
      </Field>
      <TextField label="完成标准" most={500} value={standard} change={setStandard} />
    </Dialog>
  );
}
