import { Select } from 'antd';
import { useState } from 'react';
import { Field, useAct } from '#ui';
import { setMatterLevel } from '../../contract.ts';
import { kindOf, useKinds } from '../kinds.ts';
import { pageTexts } from '../page-texts.ts';
import { texts } from '../texts.ts';
import { MatterDialog } from './matter-dialog.tsx';
import { ReasonField } from './reason-field.tsx';
import type { SteerProps } from './steer-props.ts';

export function LevelDialog({ page, close }: SteerProps) {
  const { matterId: id, kind } = page.matter;
  const kinds = useKinds().data;
  const levels = (kinds && kindOf(kinds, kind.id)?.ladder?.levels) ?? [];
  const [level, setLevel] = useState<string>();
  const [reason, setReason] = useState('');
  const sending = useAct(setMatterLevel, close);
  const clause = levels.find((one) => one.id === level)?.clause;
  return (
    <MatterDialog
      page={page}
      title={pageTexts.setLevel}
      act={pageTexts.setLevel}
      ready={level !== undefined && reason.trim() !== ''}
      sending={sending}
      onAct={(version) => level && sending.mutate({ id, version, level, reason: reason.trim() })}
      onClose={close}
    >
      <Field label={pageTexts.level} required hint={clause ?? undefined}>
        {(ties) => (
          <Select<string>
            {...ties}
            placeholder={texts.withoutChoice}
            style={{ width: '100%' }}
            value={level ?? null}
            options={levels
              .filter((one) => one.id !== page.ladder?.level?.id)
              .map((one) => ({ value: one.id, label: one.name }))}
            onChange={setLevel}
          />
        )}
      </Field>
      <ReasonField value={reason} change={setReason} />
    </MatterDialog>
  );
}
