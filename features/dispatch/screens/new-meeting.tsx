import { Input, Select } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OutputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, Loading, useAct, useRoute } from '#ui';
import { createMeeting, meetingChoices } from '../contract.ts';
import { TextField } from './text-field.tsx';
import { type UnitId, UnitsSelect } from './unit-select.tsx';

type Choices = OutputOf<typeof meetingChoices>;
type GroupId = Choices['groups'][number]['id'];

export function NewMeeting({ close }: { readonly close: () => void }) {
  const choices = useRoute(meetingChoices, {});
  return choices.data ? <Form choices={choices.data} close={close} /> : <Loading rows={1} />;
}

function Form({ choices, close }: { readonly choices: Choices; readonly close: () => void }) {
  const [, go] = useLocation();
  const { cadences, groups, units } = choices;
  const [nearest] = cadences.toSorted((a, b) => ((a.nextOn ?? '9') < (b.nextOn ?? '9') ? -1 : 1));
  const [cadence, setCadence] = useState(nearest?.id);
  const rule = cadences.find(({ id }) => id === cadence);
  const [day, setDay] = useState<PlainDate | undefined>(rule?.nextOn ?? undefined);
  const [time, setTime] = useState('');
  const [words, say] = useState({ title: '', field: '', place: '', chair: '', others: '' });
  const [groupId, setGroup] = useState<GroupId>();
  const [invited, invite] = useState<readonly UnitId[]>([]);
  const [departments, setDepartments] = useState<readonly UnitId[]>([]);
  const act = useAct(createMeeting, ({ meetingId }) => go(`/dispatch/meetings/${meetingId}`));
  const set = (name: keyof typeof words) => (value: string) => say({ ...words, [name]: value });
  const isTimeWrong = time !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  const create = () => {
    if (!cadence || !day) return;
    const said = Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== ''));
    const rest = { ...(time ? { heldAt: time } : {}), ...(groupId ? { groupId } : {}) };
    act.mutate({
      cadence,
      heldOn: day,
      ...said,
      ...rest,
      invited: [...invited],
      departments: [...departments],
    });
  };
  return (
    <Dialog
      open
      title="召集会议"
      act="召集"
      ready={cadence !== undefined && day !== undefined && !isTimeWrong}
      busy={act.isPending}
      error={act.error}
      onAct={create}
      onClose={close}
    >
      <Field label="调度" required hint={hintOf(rule)}>
        {(ties) => (
          <Select<string>
            {...ties}
            style={{ width: '100%' }}
            value={cadence ?? null}
            options={cadences.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => {
              setCadence(id);
              setDay(cadences.find((one) => one.id === id)?.nextOn ?? undefined);
            }}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field label="日期" required error={fieldError(act.error, 'heldOn')}>
          {(ties) => <DayInput {...ties} value={day} change={setDay} />}
        </Field>
        <Field label="时间" hint="如 09:00，可以不写" error={isTimeWrong ? '请写成 09:00' : undefined}>
          {(ties) => (
            <Input {...ties} value={time} onChange={(event) => setTime(event.target.value.trim())} />
          )}
        </Field>
      </div>
      <TextField
        label="会议名称"
        hint="不写则用调度的名称"
        most={100}
        value={words.title}
        change={set('title')}
      />
      <div className="field-pair">
        <TextField label="主持人" most={60} value={words.chair} change={set('chair')} />
        <TextField label="地点" most={100} value={words.place} change={set('place')} />
      </div>
      <div className="field-pair">
        <TextField
          label="领域"
          hint="分管领域的月调度，各领域分别接续"
          most={40}
          value={words.field}
          change={set('field')}
        />
        <Field label="议事机构" hint="联席会议、指挥部、专班的会议选它">
          {(ties) => (
            <Select<GroupId>
              {...ties}
              allowClear
              style={{ width: '100%' }}
              value={groupId ?? null}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => setGroup(id ?? undefined)}
            />
          )}
        </Field>
      </div>
      <Field label="领域所辖部门" hint="选了则只从这些部门牵头的项目提出议题">
        {(ties) => <UnitsSelect ties={ties} units={units} value={departments} pick={setDepartments} />}
      </Field>
      <Field label="参加单位" hint="发出会议通知后，这些单位可以看到会议并提意见">
        {(ties) => <UnitsSelect ties={ties} units={units} value={invited} pick={invite} />}
      </Field>
      <TextField label="其他参加人员" most={500} rows={2} value={words.others} change={set('others')} />
    </Dialog>
  );
}

function hintOf(rule: Choices['cadences'][number] | undefined): string {
  if (!rule) return '市包没有写明调度制度';
  const next = rule.nextOn
    ? `按制度下次为 ${rule.nextOn}${rule.moved ? `（${rule.moved}）` : ''}`
    : '按需召开';
  return `${next}；依据：${rule.basis}`;
}
