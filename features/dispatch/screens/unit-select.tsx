import { Select } from 'antd';
import type { OutputOf } from '#http/client';
import type { FieldTies } from '#ui';
import type { meetingChoices, Unit } from '../contract.ts';

export type UnitId = Unit['id'];
type Units = OutputOf<typeof meetingChoices>['units'];

const found = { optionFilterProp: 'label' } as const;
const optionsOf = (units: Units) => units.map(({ id, name }) => ({ value: id, label: name }));

export function UnitSelect({
  ties,
  units,
  value,
  pick,
}: {
  readonly ties: FieldTies;
  readonly units: Units;
  readonly value: UnitId | undefined;
  readonly pick: (id: UnitId | undefined) => void;
}) {
  return (
    <Select<UnitId>
      {...ties}
      allowClear
      showSearch={found}
      style={{ width: '100%' }}
      value={value ?? null}
      options={optionsOf(units)}
      onChange={(id) => pick(id ?? undefined)}
    />
  );
}

export function UnitsSelect({
  ties,
  units,
  value,
  pick,
}: {
  readonly ties: FieldTies;
  readonly units: Units;
  readonly value: readonly UnitId[];
  readonly pick: (ids: UnitId[]) => void;
}) {
  return (
    <Select<UnitId[]>
      {...ties}
      mode="multiple"
      allowClear
      showSearch={found}
      style={{ width: '100%' }}
      value={[...value]}
      options={optionsOf(units)}
      onChange={pick}
    />
  );
}
