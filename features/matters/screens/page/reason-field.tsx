import { Input } from 'antd';
import { Field } from '#ui';
import { pageTexts } from '../page-texts.ts';

type ReasonFieldProps = { readonly value: string; readonly change: (reason: string) => void };

export function ReasonField({ value, change }: ReasonFieldProps) {
  return (
    <Field label={pageTexts.reason} required>
      {(ties) => (
        <Input.TextArea
          {...ties}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={1000}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}
