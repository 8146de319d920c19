import { Input, Select } from 'antd';
import type { InputOf } from '#http/client';
import { Field, Filters, useRoute } from '#ui';
import { type listAccounts, listRoles } from '../contract.ts';
import { texts } from '../texts.ts';

type Filter = InputOf<typeof listAccounts>;
const states = ['usable', 'locked', 'disabled'] as const;

type AccountFiltersProps = { readonly filter: Filter; readonly change: (filter: Filter) => void };

export function AccountFilters({ filter, change }: AccountFiltersProps) {
  const roles = useRoute(listRoles, {});
  return (
    <Filters>
      <Field label={texts.search}>
        {(ties) => (
          <Input.Search
            {...ties}
            allowClear
            maxLength={64}
            style={{ width: 220 }}
            onSearch={(text) => change({ ...filter, text: text.trim() || undefined })}
          />
        )}
      </Field>
      <Field label={texts.role}>
        {(ties) => (
          <Select<NonNullable<Filter['role']>>
            {...ties}
            allowClear
            placeholder={texts.all}
            style={{ width: 220 }}
            value={filter.role}
            onChange={(role) => change({ ...filter, role })}
            options={(roles.data ?? []).map(({ role, name }) => ({ value: role, label: name }))}
          />
        )}
      </Field>
      <Field label={texts.state}>
        {(ties) => (
          <Select<NonNullable<Filter['state']>>
            {...ties}
            allowClear
            placeholder={texts.all}
            style={{ width: 120 }}
            value={filter.state}
            onChange={(state) => change({ ...filter, state })}
            options={states.map((state) => ({ value: state, label: texts.states[state] }))}
          />
        )}
      </Field>
    </Filters>
  );
}
