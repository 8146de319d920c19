import { Button, Input, InputNumber, Select } from 'antd';
import { type Light, lightNames } from '#kernel/light';
import { Field } from '#ui';
import type { LightRules, RuleSetForm } from '../contract.ts';
import { lightWords } from '../texts.ts';
import { DimensionFields } from './dimension-fields.tsx';

type Dimension = RuleSetForm['dimensions'][number];

type RuleSetFieldsProps = {
  readonly rules: RuleSetForm;
  readonly change: (rules: RuleSetForm) => void;
  readonly formulas: LightRules['formulas'];
};

const lights = Object.keys(lightNames) as Light[];

/** A rule set as a form; the server proves whatever stands in it. */
export function RuleSetFields({ rules, change, formulas }: RuleSetFieldsProps) {
  const put = (at: number, dimension: Dimension) =>
    change({ ...rules, dimensions: rules.dimensions.with(at, dimension) });
  const move = (at: number, light: Light) => {
    const order = rules.order.map((one, i) => (i === at ? light : one === light ? rules.order[at] : one));
    change({ ...rules, order: order as Light[] });
  };
  return (
    <>
      <div className="field-pair">
        <Field label={lightWords.name} required>
          {(ties) => (
            <Input
              {...ties}
              maxLength={60}
              value={rules.name}
              onChange={(event) => change({ ...rules, name: event.target.value })}
            />
          )}
        </Field>
        <Field label={lightWords.evaluationDay} required>
          {(ties) => (
            <InputNumber
              {...ties}
              min={1}
              max={28}
              value={rules.evaluationDay}
              onChange={(day) => change({ ...rules, evaluationDay: day ?? 1 })}
            />
          )}
        </Field>
      </div>
      <fieldset className="rules-box">
        <legend>{lightWords.order}</legend>
        <p className="quiet">{lightWords.orderHint}</p>
        <div className="rule-row">
          {rules.order.map((light, at) => (
            <Select<Light>
              key={light}
              aria-label={`第 ${at + 1} 位`}
              value={light}
              onChange={(chosen) => move(at, chosen)}
              options={lights.map((value) => ({ value, label: `${lightNames[value]}灯` }))}
            />
          ))}
        </div>
      </fieldset>
      {rules.dimensions.map((dimension, at) => (
        <DimensionFields
          key={dimension.id}
          dimension={dimension}
          formulas={formulas}
          change={(one) => put(at, one)}
          remove={() => change({ ...rules, dimensions: rules.dimensions.toSpliced(at, 1) })}
        />
      ))}
      <Button onClick={() => change({ ...rules, dimensions: [...rules.dimensions, fresh(rules, formulas)] })}>
        {lightWords.addDimension}
      </Button>
    </>
  );
}

/** A further dimension with one range for every value and a light for every case: complete from the start. */
function fresh({ dimensions }: RuleSetForm, formulas: LightRules['formulas']): Dimension {
  const [formula] = formulas;
  let number = dimensions.length + 1;
  while (dimensions.some(({ id }) => id === `d${number}`)) number += 1;
  return {
    ...{ id: `d${number}`, name: `第${number}项`, formula: formula?.id ?? '' },
    states: (formula?.states ?? []).map(({ state }) => ({ state, light: 'grey' })),
    bands: [{ id: 'all', light: 'green' }],
  };
}
