import { Select } from 'antd';
import { useState } from 'react';
import { Field, useAct } from '#ui';
import { resumeMatter } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';
import { MatterDialog } from './matter-dialog.tsx';
import { ReasonField } from './reason-field.tsx';
import type { SteerProps } from './steer-props.ts';

export function ResumeDialog({ page, close }: SteerProps) {
  const { matterId: id } = page.matter;
  const clocks = page.clocks.filter(({ state }) => state === 'paused');
  const [clock, setClock] = useState(clocks[0]?.clock.id);
  const [reason, setReason] = useState('');
  const sending = useAct(resumeMatter, close);
  return (
    <MatterDialog
      page={page}
      title={pageTexts.resume}
      act={pageTexts.resume}
      ready={clock !== undefined && reason.trim() !== ''}
      sending={sending}
      onAct={(version) => clock && sending.mutate({ id, version, clock, reason: reason.trim() })}
      onClose={close}
    >
      <Field label={pageTexts.clock} required>
        {(ties) => (
          <Select<string>
            {...ties}
            style={{ width: '100%' }}
            value={clock ?? null}
            options={clocks.map((one) => ({
              value: one.clock.id,
              label: one.pause ? `${one.clock.name}（${one.pause.name}）` : one.clock.name,
            }))}
            onChange={setClock}
          />
        )}
      </Field>
      <ReasonField value={reason} change={setReason} />
    </MatterDialog>
  );
}
