import { Input } from 'antd';
import { useState } from 'react';
import { Dialog, Field, fieldError, useAct } from '#ui';
import type { OrganisationFile, Person } from '../contract.ts';
import { addPerson, editPerson } from '../contract.ts';
import { texts } from '../texts.ts';

type EditPersonProps = {
  readonly file: OrganisationFile;
  readonly person: Person | 'new';
  readonly close: () => void;
};

/** Name and number; an empty number leaves the one on record. */
export function EditPerson({ file, person, close }: EditPersonProps) {
  const old = person === 'new' ? undefined : person;
  const [name, setName] = useState(old?.name ?? '');
  const [phone, setPhone] = useState('');
  const added = useAct(addPerson, close);
  const saved = useAct(editPerson, close);
  const act = old ? saved : added;
  const about = { name: name.trim(), ...(phone.trim() === '' ? {} : { phone: phone.trim() }) };
  return (
    <Dialog
      open
      title={old ? `${texts.edit}：${old.name}` : texts.addPerson}
      act={texts.save}
      ready={name.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        old
          ? saved.mutate({ id: old.personId, version: old.version, ...about })
          : added.mutate({ id: file.organisation.orgId, ...about })
      }
      onClose={close}
    >
      <Field label="姓名" required error={fieldError(act.error, 'name')}>
        {(ties) => (
          <Input
            {...ties}
            autoComplete="off"
            maxLength={50}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.phone} hint={old?.phone ? `现为 ${old.phone}，不改请留空` : undefined}>
        {(ties) => (
          <Input
            {...ties}
            inputMode="tel"
            autoComplete="off"
            maxLength={40}
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
