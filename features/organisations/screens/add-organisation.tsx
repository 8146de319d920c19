import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import { Dialog, Field, fieldError, useAct } from '#ui';
import { addOrganisation } from '../contract.ts';
import { kindNames, texts } from '../texts.ts';
import type { Directory } from './tree.ts';

type Added = InputOf<typeof addOrganisation>;
type AddOrganisationProps = { readonly directory: Directory; readonly close: () => void };

/** A town, a park, a project's unit: what the pack does not list. */
export function AddOrganisation({ directory, close }: AddOrganisationProps) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState('unit');
  const [parentId, setParent] = useState<Added['parentId']>();
  const [officialOrder, setOrder] = useState(10);
  const act = useAct(addOrganisation, close);
  return (
    <Dialog
      open
      title={texts.add}
      act={texts.add}
      ready={name.trim() !== '' && parentId !== undefined}
      busy={act.isPending}
      error={act.error}
      onAct={() => parentId && act.mutate({ name: name.trim(), kind, parentId, officialOrder })}
      onClose={close}
    >
      <Field label="名称" required error={fieldError(act.error, 'name')}>
        {(ties) => (
          <Input {...ties} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label="类型" required>
        {(ties) => (
          <Select
            {...ties}
            value={kind}
            onChange={setKind}
            options={Object.entries(kindNames).map(([value, label]) => ({ value, label }))}
          />
        )}
      </Field>
      <Field label={texts.parent} required error={fieldError(act.error, 'parentId')}>
        {(ties) => (
          <Select
            {...ties}
            showSearch={{ optionFilterProp: 'label' }}
            value={parentId}
            onChange={setParent}
            options={directory.rows.map((row) => ({ value: row.orgId, label: row.name }))}
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
            value={officialOrder}
            onChange={(value) => setOrder(value ?? 0)}
          />
        )}
      </Field>
    </Dialog>
  );
}
