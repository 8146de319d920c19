import { Button, Checkbox, Input, Select } from 'antd';
import { lightNames } from '#kernel/light';
import { DayInput, Field } from '#ui';
import { categories, lights } from '../contract.ts';
import { texts } from '../texts.ts';
import type { Choices } from './filter-sentence.ts';
import type { Filter } from './use-filter.ts';

type ListFiltersProps = {
  readonly filter: Filter;
  readonly choices: Choices;
  readonly change: (filter: Filter) => void;
};

export function ListFilters({ filter, choices, change }: ListFiltersProps) {
  const set = (part: Partial<Filter>) => change({ ...filter, ...part, page: undefined });
  const orgs = choices.districts.map((one) => ({ value: one.orgId, label: one.name }));
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map((one) => ({ value: one.id, label: one.name }));
  return (
    <div className="filters">
      <Field label={texts.text}>
        {(ties) => (
          <Input.Search
            {...ties}
            key={filter.text ?? ''}
            allowClear
            maxLength={100}
            style={{ width: 200 }}
            defaultValue={filter.text}
            onSearch={(text) => set({ text: text.trim() || undefined })}
          />
        )}
      </Field>
      <Pick
        label={texts.year}
        width={112}
        none={texts.allYears}
        value={filter.year}
        options={choices.years.map((year) => ({ value: year, label: `${year}年` }))}
        pick={(year) => set({ year })}
      />
      <Pick
        label="地区"
        width={150}
        value={filter.district}
        options={orgs}
        pick={(district) => set({ district })}
      />
      <Pick
        label="清单"
        width={140}
        value={filter.list}
        options={named(choices.lists)}
        pick={(list) => set({ list })}
      />
      <Pick
        label="类别"
        width={104}
        value={filter.category}
        options={categories.map((one) => ({ value: one, label: one }))}
        pick={(category) => set({ category })}
      />
      <Pick
        label="阶段"
        width={120}
        value={filter.stages?.[0]}
        options={named(choices.stages)}
        pick={(stage) => set({ stages: stage ? [stage] : undefined })}
      />
      <Pick
        label="灯"
        width={96}
        value={filter.light}
        options={lights.map((one) => ({ value: one, label: `${lightNames[one]}灯` }))}
        pick={(light) => set({ light })}
      />
      <Field label={texts.asOf}>
        {(ties) => (
          <DayInput {...ties} value={filter.asOf} max={choices.today} change={(asOf) => set({ asOf })} />
        )}
      </Field>
      <Checkbox
        className="filter-check"
        checked={filter.own === true}
        onChange={(event) => set({ own: event.target.checked || undefined })}
      >
        {texts.own}
      </Checkbox>
      <Button onClick={() => change({ year: filter.year })}>{texts.clear}</Button>
    </div>
  );
}

type PickProps<T extends string | number> = {
  readonly label: string;
  readonly width: number;
  readonly none?: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly pick: (value: T | undefined) => void;
};

function Pick<T extends string | number>({ label, width, none, value, options, pick }: PickProps<T>) {
  return (
    <Field label={label}>
      {(ties) => (
        <Select<T>
          {...ties}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={none ?? texts.all}
          style={{ width }}
          value={value ?? null}
          options={[...options]}
          onChange={(next) => pick(next ?? undefined)}
        />
      )}
    </Field>
  );
}
