import { Button, Select } from 'antd';
import type { DraftUnit } from '../../contract.ts';
import { texts } from '../../texts.ts';

export type Organisation = { readonly id: string; readonly name: string };
type Span = { readonly start: number; readonly end: number };

type Props = {
  readonly label: string;
  readonly units: readonly DraftUnit[];
  readonly organisations: readonly Organisation[];
  readonly light: (place: Span | null) => void;
  readonly change: (units: DraftUnit[]) => void;
};

/** Each name as printed, and the organisations that are meant by it. */
export function UnitFields({ label, units, organisations, light, change }: Props) {
  const options = organisations.map(({ id, name }) => ({ value: id, label: name }));
  const set = (index: number, orgs: readonly string[]) =>
    change(units.map((one, at) => (at === index ? { ...one, orgs: orgs as DraftUnit['orgs'] } : one)));
  const add = (id: string) => {
    const name = organisations.find((one) => one.id === id)?.name ?? '';
    change([
      ...units,
      { name, orgs: [id] as unknown as DraftUnit['orgs'], known: 'person', place: null, confidence: 1 },
    ]);
  };
  return (
    <fieldset className="review-group">
      <legend>{label}</legend>
      {units
        .map((unit, index) => ({ unit, index, key: `${index} ${unit.name}` }))
        .map(({ unit, index, key }) => (
          <div key={key} className="review-unit">
            <span>{texts.unitFor(unit.name)}</span>
            <Select<string[]>
              aria-label={`${label}${texts.unitFor(unit.name)}`}
              mode="multiple"
              maxTagCount={3}
              status={unit.orgs.length === 0 ? 'warning' : ''}
              showSearch={{ optionFilterProp: 'label' }}
              value={[...unit.orgs]}
              options={options}
              onFocus={() => light(unit.place)}
              onChange={(orgs) => set(index, orgs)}
            />
            <Button
              type="text"
              aria-label={`${texts.remove}${label}${unit.name}`}
              onClick={() => change(units.filter((_, at) => at !== index))}
            >
              ×
            </Button>
          </div>
        ))}
      <Select<string>
        aria-label={`${texts.addUnit}：${label}`}
        placeholder={texts.addUnit}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        options={options}
        onChange={add}
      />
    </fieldset>
  );
}
