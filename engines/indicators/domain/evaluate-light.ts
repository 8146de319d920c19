import { type Light, worstOf } from '#kernel/light';
import { monthNumber, monthsBetween } from '#kernel/month';
import { type Rational, rational } from '#kernel/rational';
import { holds, type Stretch, stretchOf } from './cut.ts';
import { type Formula, formulas } from './formula.ts';
import type { LightInputs } from './light-inputs.ts';
import type { ConsecutiveRule, Dimension, RuleSet } from './rule-set.ts';

/** One dimension's light and how it came about. */
export type DimensionLight = {
  readonly light: Light;
  /** The band or state it fell into. */
  readonly outcome: string;
  /** The light of the band or state, before months in a row were counted. */
  readonly base: Light;
  /** The formula's value as an exact fraction `n/d`; null in a state. */
  readonly value: string | null;
  /** Months in a row that changed the light; 0 where none did. */
  readonly run: number;
};

/** Null: the dimension does not apply to the subject at that month-end. */
export type LightResult = {
  readonly overall: Light;
  readonly dimensions: Readonly<Record<string, DimensionLight | null>>;
};

export type Evaluator = (inputs: LightInputs) => LightResult;

/** A proved rule set as a function. A value without a light is a defect here: the proof excludes it. */
export function compileRuleSet(ruleSet: RuleSet): Evaluator {
  const dimensions = ruleSet.dimensions.map(
    (dimension) => [dimension.id, compileDimension(dimension)] as const,
  );
  return (inputs) => {
    const results: Record<string, DimensionLight | null> = {};
    const lights: Light[] = [];
    for (const [id, read] of dimensions) {
      const result = read(inputs, id);
      results[id] = result;
      if (result) lights.push(result.light);
    }
    const overall = worstOf(lights, ruleSet.order);
    if (!overall) throw new Error(`No light by rule set ${ruleSet.id}: it was never proved`);
    return { overall, dimensions: results };
  };
}

function compileDimension(dimension: Dimension): (inputs: LightInputs, id: string) => DimensionLight | null {
  const formula: Formula = formulas[dimension.formula];
  const bands = dimension.bands.map((band) => ({ ...band, stretch: stretchOf(band, formula.axis) }));
  const inMonth = (rule: { months?: readonly number[] }, month: number) =>
    rule.months?.includes(month) ?? true;

  return (inputs, id) => {
    const reading = formula.read(inputs);
    if (reading.kind === 'none') return null;
    const month = monthNumber(inputs.month);
    if (reading.kind === 'state') {
      const rule = dimension.states.find((one) => one.state === reading.state && inMonth(one, month));
      if (!rule) throw new Error(`No light for ${reading.state} in ${id}`);
      return withRun(dimension, inputs, {
        light: rule.light,
        outcome: rule.state,
        base: rule.light,
        value: null,
        run: 0,
      });
    }
    const { value } = reading;
    const band = bands.find((one) => inMonth(one, month) && holds(one.stretch as Stretch, value));
    if (!band) throw new Error(`No light for ${writeFraction(value)} in ${id}`);
    return withRun(dimension, inputs, {
      light: band.light,
      outcome: band.id,
      base: band.light,
      value: writeFraction(value),
      run: 0,
    });
  };
}

function withRun(dimension: Dimension, inputs: LightInputs, plain: DimensionLight): DimensionLight {
  if (!dimension.consecutive) return plain;
  const met = dimension.consecutive
    .filter((rule) => rule.of.includes(plain.outcome) && runOf(rule, dimension.id, inputs) >= rule.months)
    .toSorted((a, b) => b.months - a.months)[0];
  return met ? { ...plain, light: met.light, run: met.months } : plain;
}

/** Months in a row up to this one, this one included; a month that was never evaluated ends the run. */
function runOf(rule: ConsecutiveRule, id: string, { month, earlier }: LightInputs): number {
  let run = 1;
  for (const past of earlier) {
    if (monthsBetween(past.month, month) !== run) break;
    if (rule.newYear === 'restart' && run >= monthNumber(month)) break;
    if (!rule.of.includes(past.outcomes[id] ?? '')) break;
    run += 1;
  }
  return run;
}

export function writeFraction(value: Rational): string {
  return `${value.num}/${value.den}`;
}

export function readFraction(text: string): Rational {
  const [num = '0', den = '1'] = text.split('/');
  return rational(BigInt(num), BigInt(den));
}
