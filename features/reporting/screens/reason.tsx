import { Input } from 'antd';
import { Field } from '#ui';

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
  return (
    <Field label={label} hint={hint} required={required ?? false} error={error}>
      {(ties) => (
        <Input.TextArea
          {...ties}
          autoSize={{ minRows: 2 }}
          autoFocus={isFirst ?? false}
          maxLength={500}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}
