import { useState } from 'react';
import { Field, useAct } from '#ui';
import { setMatterSupport } from '../../contract.ts';
import type { OrgId } from '../kinds.ts';
import { OrgsSelect } from '../org-select.tsx';
import { pageTexts } from '../page-texts.ts';
import { MatterDialog } from './matter-dialog.tsx';
import { ReasonField } from './reason-field.tsx';
import type { SteerProps } from './steer-props.ts';

export function SupportDialog({ page, close }: SteerProps) {
  const { matterId: id, support: present } = page.matter;
  const [support, setSupport] = useState<readonly OrgId[]>(present.map((one) => one.id as OrgId));
  const [reason, setReason] = useState('');
  const sending = useAct(setMatterSupport, close);
  return (
    <MatterDialog
      page={page}
      title={pageTexts.setSupport}
      act={pageTexts.setSupport}
      ready={reason.trim() !== ''}
      sending={sending}
      onAct={(version) => sending.mutate({ id, version, support: [...support], reason: reason.trim() })}
      onClose={close}
    >
      <Field label={pageTexts.support}>
        {(ties) => <OrgsSelect ties={ties} value={support} pick={setSupport} />}
      </Field>
      <ReasonField value={reason} change={setReason} />
    </MatterDialog>
  );
}
