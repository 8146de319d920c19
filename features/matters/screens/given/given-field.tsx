import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { isPlainDate } from '#kernel/plain-date';
import { DayInput, Field } from '#ui';
import { type MatterFieldView, satisfactionNames } from '../../contract.ts';
import type { OrgId } from '../kinds.ts';
import { OrgSelect } from '../org-select.tsx';
import { texts } from '../texts.ts';
import { FilesInput } from './files-input.tsx';
import type { SentName } from './values.ts';

type GivenFieldProps = {
  readonly field: MatterFieldView;
  readonly required: boolean;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
};

/** One field by its kind. Inner ones say so, because whoever fills them in must know who reads them. */
export function GivenField({ field, required, value, change }: GivenFieldProps) {
  if (field.kind === 'yes-no')
    return (
      <Checkbox
        style={{ display: 'flex', marginBottom: 10 }}
        checked={value === true}
        onChange={(event) => change(event.target.checked)}
      >
        {field.name}
      </Checkbox>
    );
  const label = field.inner ? `${field.name}（${texts.inner}）` : field.name;
  return (
    <Field label={label} required={required} hint={field.kind === 'files' ? texts.filesHint : undefined}>
      {(ties) => {
        switch (field.kind) {
          case 'files':
            return <FilesInput ties={ties} files={(value as readonly SentName[]) ?? []} change={change} />;
          case 'day':
            return <DayInput {...ties} value={isPlainDate(value) ? value : undefined} change={change} />;
          case 'score':
            return (
              <Radio.Group
                {...ties}
                value={value}
                onChange={(event) => change(event.target.value)}
                options={satisfactionNames.map((name, at) => ({ value: at + 1, label: name }))}
              />
            );
          case 'choice':
            return (
              <Select<string>
                {...ties}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={texts.withoutChoice}
                style={{ width: '100%' }}
                value={typeof value === 'string' ? value : null}
                options={field.choices.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(id) => change(id ?? undefined)}
              />
            );
          case 'organisation':
            return <OrgSelect ties={ties} value={value as OrgId | undefined} pick={change} />;
          case 'number':
            return (
              <InputNumber<number>
                {...ties}
                style={{ width: 200 }}
                value={typeof value === 'number' ? value : null}
                onChange={(number) => change(number ?? undefined)}
              />
            );
          default:
            return field.personal ? (
              <Input
                {...ties}
                autoComplete="off"
                maxLength={200}
                value={textOf(value)}
                onChange={(event) => change(event.target.value)}
              />
            ) : (
              <Input.TextArea
                {...ties}
                autoSize={{ minRows: 2, maxRows: 10 }}
                maxLength={4000}
                value={textOf(value)}
                onChange={(event) => change(event.target.value)}
              />
            );
        }
      }}
    </Field>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
