import { Input } from 'antd';
import { useState } from 'react';
import { call, Dialog, Field } from '#ui';
import { type MatterPage, revealField, type ShownField } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';

type RevealDialogProps = {
  readonly matterId: MatterPage['matter']['matterId'];
  readonly field: ShownField;
  readonly show: (text: string) => void;
  readonly close: () => void;
};

/** Personal data is shown for a reason, which is recorded. It is asked for once and not kept by the page. */
export function RevealDialog({ matterId, field, show, close }: RevealDialogProps) {
  const [reason, setReason] = useState('');
  const [state, setState] = useState<'busy' | { readonly error: unknown }>();
  const ask = async () => {
    setState('busy');
    try {
      const shown = await call(revealField, { id: matterId, field: field.field, reason: reason.trim() });
      show(shown.text);
    } catch (error) {
      setState({ error });
    }
  };
  return (
    <Dialog
      open
      title={pageTexts.revealTitle(field.name)}
      act={pageTexts.reveal}
      ready={reason.trim() !== ''}
      busy={state === 'busy'}
      error={typeof state === 'object' ? state.error : undefined}
      onAct={() => void ask()}
      onClose={close}
    >
      <p>{pageTexts.revealNote}</p>
      <Field label={pageTexts.revealReason} required>
        {(ties) => (
          <Input
            {...ties}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
