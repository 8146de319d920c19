import { Select } from 'antd';
import { Field } from '#ui';
import { texts } from '../texts.ts';

type SheetFilterProps = {
  readonly sheets: readonly string[];
  readonly value: string | undefined;
  readonly change: (sheet: string | undefined) => void;
};

/** Only where there is more than one sheet. */
export function SheetFilter({ sheets, value, change }: SheetFilterProps) {
  const names = [...new Set(sheets)];
  if (names.length < 2) return null;
  return (
    <Field label={texts.sheet}>
      {(ties) => (
        <Select
          {...ties}
          allowClear
          placeholder={texts.all}
          style={{ width: 200 }}
          value={value}
          onChange={change}
          options={names.map((name) => ({ value: name, label: name }))}
        />
      )}
    </Field>
  );
}
