import { Checkbox, Input, Select } from 'antd';
import type { InputOf } from '#http/client';
import { DayInput, Field, Filters } from '#ui';
import type { exportAudit } from '../contract.ts';
import { words } from './words.ts';

type Filter = InputOf<typeof exportAudit>;
type AuditFiltersProps = { readonly filter: Filter; readonly change: (filter: Filter) => void };

export function AuditFilters({ filter, change }: AuditFiltersProps) {
  return (
    <Filters>
      <Field label={words.from}>
        {(ties) => <DayInput {...ties} value={filter.from} change={(from) => change({ ...filter, from })} />}
      </Field>
      <Field label={words.to}>
        {(ties) => <DayInput {...ties} value={filter.to} change={(to) => change({ ...filter, to })} />}
      </Field>
      <Field label={words.actor}>
        {(ties) => (
          <Input.Search
            {...ties}
            allowClear
            maxLength={64}
            style={{ width: 180 }}
            onSearch={(actor) => change({ ...filter, actor: actor.trim() || undefined })}
          />
        )}
      </Field>
      <Field label={words.action}>
        {(ties) => (
          <Input.Search
            {...ties}
            allowClear
            maxLength={64}
            style={{ width: 180 }}
            onSearch={(action) => change({ ...filter, action: action.trim() || undefined })}
          />
        )}
      </Field>
      <Field label={words.outcome}>
        {(ties) => (
          <Select<'done' | 'refused'>
            {...ties}
            allowClear
            placeholder={words.all}
            style={{ width: 110 }}
            value={filter.outcome}
            onChange={(outcome) => change({ ...filter, outcome })}
            options={[
              { value: 'done', label: words.outcomes.done },
              { value: 'refused', label: words.outcomes.refused },
            ]}
          />
        )}
      </Field>
      <Checkbox
        className="filter-check"
        checked={filter.personalData === true}
        onChange={(event) => change({ ...filter, personalData: event.target.checked || undefined })}
      >
        {words.only}
      </Checkbox>
    </Filters>
  );
}
