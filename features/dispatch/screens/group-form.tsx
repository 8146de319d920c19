import { Select } from 'antd';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct } from '#ui';
import { addGroup, editGroup, type GroupView } from '../contract.ts';
import { groupKindNames } from '../texts.ts';
import { TextField } from './text-field.tsx';

type Props = { readonly group: GroupView | undefined; readonly close: () => void };
type Kind = GroupView['kind'];

const kinds = Object.entries(groupKindNames).map(([value, label]) => ({ value: value as Kind, label }));

/** Members one a line: 单位，职务，姓名. */
export function GroupForm({ group, close }: Props) {
  const [kind, setKind] = useState<Kind>(group?.kind ?? 'task-force');
  const [words, say] = useState({
    name: group?.name ?? '',
    chief: group?.chief ?? '',
    scope: group?.scope ?? '',
    workPlan: group?.workPlan ?? '',
    members: (group?.members ?? []).map(({ org, post, person }) => [org, post, person].join('，')).join('\n'),
  });
  const [since, setSince] = useState<PlainDate | undefined>(group?.since);
  const [until, setUntil] = useState<PlainDate | undefined>(group?.until ?? undefined);
  const add = useAct(addGroup, close);
  const edit = useAct(editGroup, close);
  const error = group ? edit.error : add.error;
  const set = (name: keyof typeof words) => (value: string) => say({ ...words, [name]: value });
  const save = () => {
    if (!since) return;
    const said = { ...words, kind, since, until: until ?? null, members: membersIn(words.members) };
    if (group) edit.mutate({ id: group.groupId, version: group.version, ...said });
    else add.mutate(said);
  };
  return (
    <Dialog
      open
      title={group ? `修改“${group.name}”` : '登记议事机构'}
      act="保存"
      ready={words.name.trim() !== '' && since !== undefined}
      busy={add.isPending || edit.isPending}
      error={error}
      onAct={save}
      onClose={close}
    >
      <Field label="种类" required>
        {(ties) => (
          <Select<Kind> {...ties} style={{ width: '100%' }} value={kind} options={kinds} onChange={setKind} />
        )}
      </Field>
      <TextField
        label="名称"
        required
        most={60}
        value={words.name}
        change={set('name')}
        error={fieldError(error, 'name')}
      />
      <TextField label="召集人" most={60} value={words.chief} change={set('chief')} />
      <TextField label="职责范围" most={1000} rows={2} value={words.scope} change={set('scope')} />
      <TextField
        label="成员"
        hint="一行一人：单位，职务，姓名"
        most={6000}
        rows={4}
        value={words.members}
        change={set('members')}
      />
      <div className="field-pair">
        <Field label="成立日期" required error={fieldError(error, 'since')}>
          {(ties) => <DayInput {...ties} value={since} change={setSince} />}
        </Field>
        <Field label="撤销日期" hint="没有撤销的空着">
          {(ties) => <DayInput {...ties} value={until} change={setUntil} />}
        </Field>
      </div>
      <TextField label="工作方案" most={4000} rows={4} value={words.workPlan} change={set('workPlan')} />
    </Dialog>
  );
}

function membersIn(text: string) {
  return text
    .split('\n')
    .map((line) => line.split(/[，,]/).map((part) => part.trim()))
    .filter((parts) => parts.some((part) => part !== ''))
    .map(([org = '', post = '', person = '']) => ({ org, post, person }));
}
