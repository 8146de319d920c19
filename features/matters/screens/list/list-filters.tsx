import { Button, Checkbox, Input, Select } from 'antd';
import { Field, Filters, MonthInput } from '#ui';
import type { Kinds } from '../kinds.ts';
import { OrgSelect } from '../org-select.tsx';
import { listTexts, texts } from '../texts.ts';
import type { Filter } from './filter.ts';
import { levelsOf, statesOf } from './filter-sentence.ts';

type ListFiltersProps = {
  readonly filter: Filter;
  readonly kinds: Kinds;
  readonly change: (filter: Filter) => void;
};

export function ListFilters({ filter, kinds, change }: ListFiltersProps) {
  const set = (part: Partial<Filter>) => change({ ...filter, ...part, page: undefined });
  const days = Object.entries(listTexts.dueInNames).map(([days, label]) => ({ value: Number(days), label }));
  return (
    <Filters>
      <Field label={listTexts.words}>
        {(ties) => (
          <Input.Search
            {...ties}
            key={filter.words ?? ''}
            allowClear
            maxLength={100}
            style={{ width: 200 }}
            defaultValue={filter.words}
            onSearch={(words) => set({ words: words.trim() || undefined })}
          />
        )}
      </Field>
      <Several
        label={listTexts.kinds}
        options={kinds.kinds}
        value={filter.kinds}
        pick={(chosen) => set({ kinds: chosen, states: undefined })}
      />
      <Several
        label={listTexts.states}
        options={statesOf(kinds, filter.kinds)}
        value={filter.states}
        pick={(states) => set({ states })}
      />
      <Several
        label={listTexts.level}
        options={levelsOf(kinds)}
        value={filter.levels}
        pick={(levels) => set({ levels })}
      />
      <Field label={listTexts.lead}>
        {(ties) => (
          <OrgSelect
            ties={ties}
            width={170}
            placeholder={texts.all}
            value={filter.lead}
            pick={(lead) => set({ lead })}
          />
        )}
      </Field>
      <Pick
        label={listTexts.mine}
        value={filter.mine}
        options={(['seated', 'lead', 'raised'] as const).map((one) => ({
          value: one,
          label: listTexts.mineNames[one],
        }))}
        pick={(mine) => set({ mine })}
      />
      <Pick
        label={listTexts.open}
        value={filter.open === undefined ? undefined : (`${filter.open}` as const)}
        options={(['true', 'false'] as const).map((one) => ({
          value: one,
          label: listTexts.openNames[one],
        }))}
        pick={(open) => set({ open: open === undefined ? undefined : open === 'true' })}
      />
      <Pick
        label={listTexts.dueIn}
        value={filter.dueInDays}
        options={days}
        pick={(dueInDays) => set({ dueInDays })}
      />
      <Field label={listTexts.openedMonth}>
        {(ties) => (
          <MonthInput {...ties} value={filter.openedMonth} change={(openedMonth) => set({ openedMonth })} />
        )}
      </Field>
      <Checkbox
        className="filter-check"
        checked={filter.overdue === true}
        onChange={(event) => set({ overdue: event.target.checked || undefined })}
      >
        {listTexts.overdue}
      </Checkbox>
      <Button onClick={() => change({ open: true })}>{listTexts.clear}</Button>
    </Filters>
  );
}

type SeveralProps = {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: string[] | undefined;
  readonly pick: (chosen: string[] | undefined) => void;
};

function Several({ label, options, value, pick }: SeveralProps) {
  return (
    <Field label={label}>
      {(ties) => (
        <Select<string[]>
          {...ties}
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={texts.all}
          style={{ minWidth: 150, maxWidth: 320 }}
          value={value ?? []}
          options={options.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen) => pick(chosen.length > 0 ? chosen : undefined)}
        />
      )}
    </Field>
  );
}

type PickProps<T extends string | number> = {
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly pick: (value: T | undefined) => void;
};

function Pick<T extends string | number>({ label, value, options, pick }: PickProps<T>) {
  return (
    <Field label={label}>
      {(ties) => (
        <Select<T>
          {...ties}
          allowClear
          placeholder={texts.all}
          style={{ width: 130 }}
          value={value ?? null}
          options={[...options]}
          onChange={(next) => pick(next ?? undefined)}
        />
      )}
    </Field>
  );
}
