import { Input } from 'antd';
import { Field } from '#ui';

type ReasonProps = {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly error?: string | undefined;
  readonly rows?: number;
  readonly most?: number;
  readonly onFocus?: () => void;
};

/** Words of several lines. */
export function Reason({
  label,
  hint,
  required,
  value,
  change,
  error,
  rows = 2,
  most = 500,
  onFocus,
}: ReasonProps) {
  return (
    <Field label={label} hint={hint} required={required ?? false} error={error}>
      {(ties) => (
        <Input.TextArea
          {...ties}
          onFocus={onFocus}
          autoSize={{ minRows: rows }}
          maxLength={most}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}
