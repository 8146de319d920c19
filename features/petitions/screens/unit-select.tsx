import { Select } from 'antd';
import { matterKinds } from '#features/matters';
import { type FieldTies, useRoute } from '#ui';
import { texts } from './texts.ts';

type UnitSelectProps = {
  readonly ties: FieldTies;
  readonly value: string | undefined;
  readonly pick: (orgId: string | undefined) => void;
};

/** One unit out of those that can lead. */
export function UnitSelect({ ties, value, pick }: UnitSelectProps) {
  const kinds = useRoute(matterKinds, {});
  return (
    <Select<string>
      {...ties}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={texts.pickUnit}
      style={{ width: '100%' }}
      value={value ?? null}
      options={(kinds.data?.organisations ?? []).map(({ orgId, name }) => ({ value: orgId, label: name }))}
      onChange={(orgId) => pick(orgId ?? undefined)}
    />
  );
}
