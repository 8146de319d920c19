import { Input } from 'antd';
import type { Month } from '#kernel/month';
import { Field, fieldError, MonthInput } from '#ui';
import { texts } from '../texts.ts';

export type StatedFacts = {
  readonly fromMonth: Month | undefined;
  readonly reason: string;
  readonly approver: string;
};

export function statedReady({ fromMonth, reason, approver }: StatedFacts): boolean {
  return fromMonth !== undefined && reason.trim() !== '' && approver.trim() !== '';
}

/** From which month on, why, and approved by whom. */
export function StatedFields(props: {
  readonly stated: StatedFacts;
  readonly change: (stated: StatedFacts) => void;
  readonly error: unknown;
  readonly first?: string | undefined;
}) {
  const { stated, change, error, first } = props;
  return (
    <>
      <div className="field-pair">
        <Field
          label={texts.fromMonth}
          required
          hint={first ? texts.firstMonth(first) : texts.fromMonthHint}
          error={fieldError(error, 'fromMonth')}
        >
          {(ties) => (
            <MonthInput
              {...ties}
              value={stated.fromMonth}
              change={(fromMonth) => change({ ...stated, fromMonth })}
            />
          )}
        </Field>
        <Field
          label={texts.approver}
          required
          hint={texts.approverHint}
          error={fieldError(error, 'approver')}
        >
          {(ties) => (
            <Input
              {...ties}
              maxLength={100}
              value={stated.approver}
              onChange={(event) => change({ ...stated, approver: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={texts.reason} required error={fieldError(error, 'reason')}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={2}
            maxLength={500}
            value={stated.reason}
            onChange={(event) => change({ ...stated, reason: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
