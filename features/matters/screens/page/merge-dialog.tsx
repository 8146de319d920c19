import { useState } from 'react';
import { Field, useAct } from '#ui';
import { type MatterLine, mergeMatter } from '../../contract.ts';
import { MatterPicker } from '../matter-picker.tsx';
import { pageTexts } from '../page-texts.ts';
import { MatterDialog } from './matter-dialog.tsx';
import { ReasonField } from './reason-field.tsx';
import type { SteerProps } from './steer-props.ts';

export function MergeDialog({ page, close }: SteerProps) {
  const { matterId: id, kind } = page.matter;
  const [into, setInto] = useState<MatterLine['matterId']>();
  const [reason, setReason] = useState('');
  const sending = useAct(mergeMatter, close);
  return (
    <MatterDialog
      page={page}
      title={pageTexts.merge}
      act={pageTexts.merge}
      destructive
      ready={into !== undefined && reason.trim() !== ''}
      sending={sending}
      onAct={(version) => into && sending.mutate({ id, version, into, reason: reason.trim() })}
      onClose={close}
    >
      <p className="quiet">{pageTexts.mergeNote}</p>
      <Field label={pageTexts.mergeInto} required>
        {(ties) => <MatterPicker ties={ties} value={into} pick={setInto} except={id} kind={kind.id} open />}
      </Field>
      <ReasonField value={reason} change={setReason} />
    </MatterDialog>
  );
}
