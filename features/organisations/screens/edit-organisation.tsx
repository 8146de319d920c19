import { Alert, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import { DayInput, Dialog, Field, fieldError, useAct } from '#ui';
import type { OrganisationFile } from '../contract.ts';
import { editOrganisation } from '../contract.ts';
import { fieldNames, texts } from '../texts.ts';
import type { Directory, Organisation } from './tree.ts';

type Edit = InputOf<typeof editOrganisation>;
type Form = Required<
  Pick<Edit, 'name' | 'shortName' | 'parentId' | 'officialOrder' | 'aliases' | 'validTo' | 'successorId'>
>;

type EditOrganisationProps = {
  readonly file: OrganisationFile;
  readonly directory: Directory;
  readonly close: () => void;
};

/** What was typed stays when the save is refused; a stale save shows how it stands beside it. */
export function EditOrganisation({ file, directory, close }: EditOrganisationProps) {
  const [began, setBegan] = useState(file.organisation);
  const [form, setForm] = useState<Form>(() => formOf(file.organisation));
  const [reason, setReason] = useState('');
  const act = useAct(editOrganisation, close);
  const set = (part: Partial<Form>) => setForm({ ...form, ...part });
  const now =
    act.error?.code === 'organisation.stale' ? (act.error.details['now'] as Organisation) : undefined;
  const others = directory.rows
    .filter((row) => row.orgId !== began.orgId)
    .map((row) => ({ value: row.orgId, label: row.name }));
  const send = () => {
    const from = now ?? began;
    if (now) setBegan(now);
    const aliases = form.aliases.map((one) => one.trim()).filter((one) => one !== '');
    act.mutate({ ...form, aliases, id: from.orgId, version: from.version, reason: reason.trim() });
  };
  return (
    <Dialog
      open
      title={`${texts.edit}：${began.name}`}
      act={now ? '仍按我填写的保存' : texts.save}
      ready={form.name.trim() !== '' && form.shortName.trim() !== '' && reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={send}
      onClose={close}
    >
      {now ? <BothVersions mine={form} theirs={formOf(now)} directory={directory} /> : null}
      <Field label="名称" required error={fieldError(act.error, 'name')}>
        {(ties) => (
          <Input
            {...ties}
            maxLength={100}
            value={form.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label="简称" required error={fieldError(act.error, 'shortName')}>
        {(ties) => (
          <Input
            {...ties}
            maxLength={50}
            value={form.shortName}
            onChange={(event) => set({ shortName: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={texts.aliases}
        hint={`${texts.aliasesHint}。${file.packAliases.length > 0 ? `${file.packAliases.join('、')}由${texts.ofPack}` : ''}`}
      >
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={3}
            value={form.aliases.join('\n')}
            onChange={(event) => set({ aliases: event.target.value.split('\n') })}
          />
        )}
      </Field>
      <Field label={texts.parent}>
        {(ties) => (
          <Select
            {...ties}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={form.parentId}
            onChange={(parentId) => set({ parentId: parentId ?? null })}
            options={others}
          />
        )}
      </Field>
      <Field label={texts.order} hint="数字小的在前">
        {(ties) => (
          <InputNumber
            {...ties}
            min={0}
            max={999999}
            precision={0}
            value={form.officialOrder}
            onChange={(value) => set({ officialOrder: value ?? 0 })}
          />
        )}
      </Field>
      <Field label={texts.validTo} hint={texts.validToHint}>
        {(ties) => (
          <DayInput
            {...ties}
            value={form.validTo ?? undefined}
            change={(day) => set({ validTo: day ?? null })}
          />
        )}
      </Field>
      <Field label={texts.successor}>
        {(ties) => (
          <Select
            {...ties}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={form.successorId}
            onChange={(successorId) => set({ successorId: successorId ?? null })}
            options={others}
          />
        )}
      </Field>
      <Field label={texts.reason} required error={fieldError(act.error, 'reason')}>
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

type BothVersionsProps = { readonly mine: Form; readonly theirs: Form; readonly directory: Directory };

/** Somebody saved in between: field by field what they saved and what stands in the form. */
function BothVersions({ mine, theirs, directory }: BothVersionsProps) {
  const word = (value: unknown): string => {
    if (Array.isArray(value)) return value.filter((one) => one).join('、') || '—';
    const text = value === null || value === undefined || value === '' ? '—' : String(value);
    return directory.rows.find((row) => row.orgId === text)?.name ?? text;
  };
  const keys = (Object.keys(mine) as (keyof Form)[]).filter((key) => word(mine[key]) !== word(theirs[key]));
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title="他人已先保存，请核对两版。需要保留他人的内容时，请照着改下面的表单。"
      />
      <table className="plain" style={{ margin: '8px 0 12px' }}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">他人已保存</th>
            <th scope="col">您填写的</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">{fieldNames[key] ?? key}</th>
              <td>{word(theirs[key])}</td>
              <td>{word(mine[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function formOf(one: Organisation): Form {
  const { name, shortName, parentId, officialOrder, aliases, validTo, successorId } = one;
  return { name, shortName, parentId, officialOrder, aliases: [...aliases], validTo, successorId };
}
