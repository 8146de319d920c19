import { Select } from 'antd';
import type { FieldTies } from '#ui';
import { type OrgId, useKinds } from './kinds.ts';
import { texts } from './texts.ts';

type One = {
  readonly ties?: FieldTies;
  readonly value: OrgId | undefined;
  readonly pick: (orgId: OrgId | undefined) => void;
  readonly except?: readonly string[];
  readonly placeholder?: string;
  readonly width?: number | string;
};

const found = { optionFilterProp: 'label' } as const;

/** One unit out of those that can lead or support. */
export function OrgSelect({ ties, value, pick, except = [], placeholder, width = '100%' }: One) {
  const options = useOrgOptions(except);
  return (
    <Select<OrgId>
      {...ties}
      allowClear
      showSearch={found}
      placeholder={placeholder ?? texts.pickUnit}
      style={{ width }}
      value={value ?? null}
      options={options}
      onChange={(orgId) => pick(orgId ?? undefined)}
    />
  );
}

type Many = {
  readonly ties: FieldTies;
  readonly value: readonly OrgId[];
  readonly pick: (orgIds: OrgId[]) => void;
};

export function OrgsSelect({ ties, value, pick }: Many) {
  const options = useOrgOptions([]);
  return (
    <Select<OrgId[]>
      {...ties}
      mode="multiple"
      allowClear
      showSearch={found}
      placeholder={texts.pickUnits}
      style={{ width: '100%' }}
      value={[...value]}
      options={options}
      onChange={pick}
    />
  );
}

function useOrgOptions(except: readonly string[]) {
  const organisations = useKinds().data?.organisations ?? [];
  return organisations
    .filter(({ orgId }) => !except.includes(orgId))
    .map(({ orgId, name }) => ({ value: orgId, label: name }));
}
