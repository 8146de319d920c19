import { Input } from 'antd';
import { Field } from '#ui';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly most: number;
  readonly required?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Lines of a long text; a short one has none. */
  readonly rows?: number;
};

export function TextField({ label, value, change, most, required = false, hint, error, rows }: Props) {
  return (
    <Field label={label} required={required} hint={hint} error={error}>
      {(ties) =>
        rows ? (
          <Input.TextArea
            {...ties}
            rows={rows}
            maxLength={most}
            value={value}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <Input {...ties} maxLength={most} value={value} onChange={(event) => change(event.target.value)} />
        )
      }
    </Field>
  );
}
