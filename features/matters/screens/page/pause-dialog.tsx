import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Field, useAct } from '#ui';
import { pauseMatter } from '../../contract.ts';
import { kindOf, useKinds } from '../kinds.ts';
import { pageTexts } from '../page-texts.ts';
import { texts } from '../texts.ts';
import { MatterDialog } from './matter-dialog.tsx';
import { ReasonField } from './reason-field.tsx';
import type { SteerProps } from './steer-props.ts';

/** Which clock, why, for how long at most, and who may approve it. */
export function PauseDialog({ page, close }: SteerProps) {
  const { matterId: id, kind } = page.matter;
  const clocks = page.clocks.filter(({ state, pausable }) => state === 'running' && pausable);
  const kinds = useKinds().data;
  const pauses = (kinds && kindOf(kinds, kind.id)?.pauses) ?? [];
  const [clock, setClock] = useState(clocks[0]?.clock.id);
  const [pause, setPause] = useState<string>();
  const [plannedDays, setDays] = useState<number>();
  const [reason, setReason] = useState('');
  const sending = useAct(pauseMatter, close);
  const chosen = pauses.find((one) => one.id === pause);
  return (
    <MatterDialog
      page={page}
      title={pageTexts.pause}
      act={pageTexts.pause}
      ready={clock !== undefined && chosen !== undefined && plannedDays !== undefined && reason.trim() !== ''}
      sending={sending}
      onAct={(version) =>
        clock &&
        chosen &&
        plannedDays &&
        sending.mutate({ id, version, clock, pause: chosen.id, plannedDays, reason: reason.trim() })
      }
      onClose={close}
    >
      <p className="quiet">{pageTexts.pauseNote}</p>
      <Field label={pageTexts.clock} required>
        {(ties) => (
          <Select<string>
            {...ties}
            style={{ width: '100%' }}
            value={clock ?? null}
            options={clocks.map((one) => ({ value: one.clock.id, label: `${one.clock.name}：${one.left}` }))}
            onChange={setClock}
          />
        )}
      </Field>
      <Field
        label={pageTexts.pauseKind}
        required
        hint={chosen ? pageTexts.longest(chosen.longestDays, chosen.approver, chosen.basis) : undefined}
      >
        {(ties) => (
          <Select<string>
            {...ties}
            placeholder={texts.withoutChoice}
            style={{ width: '100%' }}
            value={pause ?? null}
            options={pauses.map((one) => ({ value: one.id, label: one.name }))}
            onChange={setPause}
          />
        )}
      </Field>
      <Field label={pageTexts.plannedDays} required>
        {(ties) => (
          <InputNumber<number>
            {...ties}
            min={1}
            max={chosen?.longestDays ?? 3650}
            precision={0}
            style={{ width: 160 }}
            value={plannedDays ?? null}
            onChange={(days) => setDays(days ?? undefined)}
          />
        )}
      </Field>
      <ReasonField value={reason} change={setReason} />
    </MatterDialog>
  );
}
