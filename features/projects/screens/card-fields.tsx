import { Input, Select } from 'antd';
import { Field, fieldError, Panel } from '#ui';
import { categories } from '../contract.ts';
import type { Choices, Values } from './card-values.ts';
import { detailKeys, entryKeys, fieldLabels } from './card-values.ts';
import { HolderFields } from './holder-fields.tsx';

type CardFieldsProps = {
  readonly choices: Choices;
  readonly values: Values;
  readonly set: (key: string, text: string) => void;
  readonly faults: Readonly<Record<string, string>>;
  readonly error: unknown;
  readonly year: number;
  readonly years: readonly number[];
  readonly setYear: (year: number) => void;
};

/** The fields of a card, in three groups; every error stands beside its field. */
export function CardFields(props: CardFieldsProps) {
  const { choices, values, year, years, setYear } = props;
  return (
    <>
      <Panel title="基本情况">
        <div className="form-grid">
          <TextField {...props} name="name" required />
          <TextField {...props} name="code" />
          <Field label="建设地点" required error={errorOf(props, 'districts')} hint="第一个为牵头地区">
            {(ties) => (
              <Select
                {...ties}
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                value={values['districts'] ? values['districts'].split(',') : []}
                onChange={(ids) => props.set('districts', ids.join(','))}
                options={choices.districts.map((one) => ({ value: String(one.orgId), label: one.name }))}
              />
            )}
          </Field>
          <TextField {...props} name="industry" />
          <TextField {...props} name="nature" hint="新建、扩建、改建、技术改造等" />
          <PickField
            {...props}
            name="form"
            options={choices.forms.map((one) => ({ value: one.id, label: one.name }))}
          />
          <TextField {...props} name="company" />
          <TextField {...props} name="uscc" />
          <TextField {...props} name="periodStart" hint="如 2023、2023-05 或 2023-05-06" />
          <TextField {...props} name="periodEnd" hint="如 2025-12" />
          <TextField {...props} name="totalFen" money />
          <TextField {...props} name="fundSource" />
        </div>
        <TextField {...props} name="content" rows={3} />
        <TextField {...props} name="remark" rows={2} />
      </Panel>
      <Panel
        title="年度清单信息"
        extra={
          <Field label="年度">
            {(ties) => (
              <Select
                {...ties}
                style={{ width: 112 }}
                value={year}
                onChange={setYear}
                options={years.map((one) => ({ value: one, label: `${one}年` }))}
              />
            )}
          </Field>
        }
      >
        <div className="form-grid">
          <PickField
            {...props}
            name="category"
            options={categories.map((one) => ({ value: one, label: one }))}
          />
          <TextField {...props} name="plannedStart" hint="新开工项目须填月份，如 2023-09" />
          <TextField {...props} name="entryTotalFen" money />
          <TextField {...props} name="planYearFen" money />
          <TextField {...props} name="doneBeforeFen" money />
        </div>
      </Panel>
      <Panel title="责任人">
        <div className="holders">
          {choices.responsibilities.map((kind) => (
            <HolderFields
              key={kind.id}
              kind={kind}
              text={values[`holder:${kind.id}`]}
              change={(text) => props.set(`holder:${kind.id}`, text)}
            />
          ))}
        </div>
      </Panel>
    </>
  );
}

/** What the server said of the field, under the name it has there, comes first. */
function errorOf({ error, faults }: CardFieldsProps, name: string): string | undefined {
  const inEntry = name === 'entryTotalFen' ? 'totalFen' : name;
  const path = detailKeys.some((key) => key === name)
    ? `detail/${name}`
    : entryKeys.some((key) => key === name)
      ? `entry/${inEntry}`
      : name;
  return faults[name] ?? fieldError(error, path);
}

type OneFieldProps = CardFieldsProps & {
  readonly name: string;
  readonly hint?: string;
  readonly required?: boolean;
};

function TextField(props: OneFieldProps & { readonly rows?: number; readonly money?: boolean }) {
  const { name, hint, required, rows, money, values, set } = props;
  const about = { value: values[name] ?? '' };
  return (
    <Field
      label={fieldLabels[name] ?? name}
      error={errorOf(props, name)}
      {...(hint ? { hint } : {})}
      {...(required ? { required } : {})}
    >
      {(ties) =>
        rows ? (
          <Input.TextArea
            {...ties}
            {...about}
            rows={rows}
            maxLength={4000}
            onChange={(event) => set(name, event.target.value)}
          />
        ) : (
          <Input
            {...ties}
            {...about}
            {...(money ? { inputMode: 'decimal' as const, className: 'number' } : {})}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => set(name, event.target.value)}
          />
        )
      }
    </Field>
  );
}

function PickField(
  props: OneFieldProps & { readonly options: readonly { readonly value: string; readonly label: string }[] },
) {
  const { name, values, set, options } = props;
  return (
    <Field label={fieldLabels[name] ?? name} error={errorOf(props, name)}>
      {(ties) => (
        <Select<string>
          {...ties}
          allowClear
          placeholder="请选择"
          value={values[name] || null}
          onChange={(value) => set(name, value ?? '')}
          options={[...options]}
        />
      )}
    </Field>
  );
}
