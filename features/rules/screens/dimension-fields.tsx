import { Button, Input, Select } from 'antd';
import { lightNames } from '#kernel/light';
import { Field } from '#ui';
import type { LightRules, RuleSetForm } from '../contract.ts';
import { lightWords } from '../texts.ts';
import { BandRow } from './band-row.tsx';
import { LightPick, MonthsPick } from './rule-picks.tsx';
import { RunRow } from './run-row.tsx';

type Dimension = RuleSetForm['dimensions'][number];

type DimensionFieldsProps = {
  readonly dimension: Dimension;
  readonly formulas: LightRules['formulas'];
  readonly change: (dimension: Dimension) => void;
  readonly remove: () => void;
};

/** One dimension: its formula, the cases without a value, the ranges, and what counts in a row. */
export function DimensionFields({ dimension, formulas, change, remove }: DimensionFieldsProps) {
  const formula = formulas.find(({ id }) => id === dimension.formula);
  const { states, bands, consecutive = [] } = dimension;
  const outcomes = [
    ...bands.map(({ id, light }) => ({ value: id, label: `${id}（${lightNames[light]}灯）` })),
    ...(formula?.states ?? []).map(({ state, words }) => ({ value: state, label: words })),
  ];
  const withRuns = (runs: NonNullable<Dimension['consecutive']>): Dimension => {
    const { consecutive: _, ...rest } = dimension;
    return runs.length === 0 ? rest : { ...rest, consecutive: runs };
  };
  const chooseFormula = (id: string) => {
    const chosen = formulas.find((one) => one.id === id);
    const lightOf = (state: string) => states.find((one) => one.state === state)?.light ?? 'grey';
    change({
      ...dimension,
      formula: id,
      states: (chosen?.states ?? []).map(({ state }) => ({ state, light: lightOf(state) })),
    });
  };
  return (
    <fieldset className="rules-box">
      <legend>{dimension.name}</legend>
      <div className="field-pair">
        <Field label={lightWords.dimension} required>
          {(ties) => (
            <Input
              {...ties}
              maxLength={40}
              value={dimension.name}
              onChange={(event) => change({ ...dimension, name: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={lightWords.formula}
          required
          hint={formula && `${formula.measure}；${formula.appliesTo}`}
        >
          {(ties) => (
            <Select<string>
              {...ties}
              value={dimension.formula}
              onChange={chooseFormula}
              options={formulas.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }))}
            />
          )}
        </Field>
        <Field label={lightWords.dimensionBasis}>
          {(ties) => (
            <Input
              {...ties}
              maxLength={200}
              value={dimension.basis ?? ''}
              onChange={(event) => {
                const { basis: _, ...rest } = dimension;
                change(event.target.value === '' ? rest : { ...rest, basis: event.target.value });
              }}
            />
          )}
        </Field>
      </div>
      <h3>{lightWords.states}</h3>
      {states.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place; what is typed in them is all that changes
        <div className="rule-row" key={at}>
          <Select<string>
            aria-label={lightWords.states}
            value={one.state}
            onChange={(state) => change({ ...dimension, states: states.with(at, { ...one, state }) })}
            options={(formula?.states ?? []).map(({ state, words }) => ({ value: state, label: words }))}
            style={{ flex: '1 1 160px' }}
          />
          <LightPick
            light={one.light}
            pick={(light) => change({ ...dimension, states: states.with(at, { ...one, light }) })}
          />
          <MonthsPick of={one} pick={(next) => change({ ...dimension, states: states.with(at, next) })} />
          <Button onClick={() => change({ ...dimension, states: states.toSpliced(at, 1) })}>
            {lightWords.removeOne}
          </Button>
        </div>
      ))}
      <Button
        onClick={() =>
          change({
            ...dimension,
            states: [...states, { state: formula?.states[0]?.state ?? '', light: 'grey' }],
          })
        }
      >
        {lightWords.addState}
      </Button>
      <h3>
        {lightWords.bands}
        {formula ? <span className="quiet">（{formula.unit}）</span> : null}
      </h3>
      {bands.map((band, at) => (
        <BandRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place; what is typed in them is all that changes
          key={at}
          band={band}
          change={(next) => change({ ...dimension, bands: bands.with(at, next) })}
          remove={() => change({ ...dimension, bands: bands.toSpliced(at, 1) })}
        />
      ))}
      <Button
        onClick={() =>
          change({ ...dimension, bands: [...bands, { id: `range-${bands.length + 1}`, light: 'yellow' }] })
        }
      >
        {lightWords.addBand}
      </Button>
      <h3>{lightWords.consecutive}</h3>
      {consecutive.map((run, at) => (
        <RunRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place; what is typed in them is all that changes
          key={at}
          run={run}
          outcomes={outcomes}
          change={(next) => change(withRuns(consecutive.with(at, next)))}
          remove={() => change(withRuns(consecutive.toSpliced(at, 1)))}
        />
      ))}
      <div className="acts">
        <Button
          onClick={() =>
            change(
              withRuns([
                ...consecutive,
                { of: bands.slice(-1).map(({ id }) => id), months: 3, light: 'red', newYear: 'restart' },
              ]),
            )
          }
        >
          {lightWords.addConsecutive}
        </Button>
        <Button danger onClick={remove}>
          {lightWords.removeDimension}
        </Button>
      </div>
    </fieldset>
  );
}
