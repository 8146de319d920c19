import { Input } from 'antd';
import { Field } from '#ui';
import { useFirstFocus } from './first-focus.ts';

type ReasonProps = {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly error?: string | undefined;
  /** What is asked first: one types at once. */
  readonly isFirst?: boolean;
};

/** Why, in a few lines. */
export function Reason({ label, hint, required, value, change, error, isFirst }: ReasonProps) {
  const box = useFirstFocus<HTMLDivElement>(isFirst ? 'textarea' : undefined);
  return (
    <div ref={box}>
      <Field label={label} hint={hint} required={required ?? false} error={error}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            autoSize={{ minRows: 2 }}
            maxLength={500}
            value={value}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
