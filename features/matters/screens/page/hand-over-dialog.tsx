import { useState } from 'react';
import { Field, useAct } from '#ui';
import { handOverMatter } from '../../contract.ts';
import type { OrgId } from '../kinds.ts';
import { OrgSelect } from '../org-select.tsx';
import { pageTexts } from '../page-texts.ts';
import { MatterDialog } from './matter-dialog.tsx';
import { ReasonField } from './reason-field.tsx';
import type { SteerProps } from './steer-props.ts';

export function HandOverDialog({ page, close }: SteerProps) {
  const [lead, setLead] = useState<OrgId>();
  const [reason, setReason] = useState('');
  const sending = useAct(handOverMatter, close);
  const { matterId: id, lead: present } = page.matter;
  return (
    <MatterDialog
      page={page}
      title={pageTexts.handOver}
      act={pageTexts.handOver}
      ready={lead !== undefined && reason.trim() !== ''}
      sending={sending}
      onAct={(version) => lead && sending.mutate({ id, version, lead, reason: reason.trim() })}
      onClose={close}
    >
      <p className="quiet">{pageTexts.handOverNote}</p>
      <Field label={pageTexts.lead} required>
        {(ties) => <OrgSelect ties={ties} value={lead} pick={setLead} except={present ? [present.id] : []} />}
      </Field>
      <ReasonField value={reason} change={setReason} />
    </MatterDialog>
  );
}
