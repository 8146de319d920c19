import type { City } from '#access';
import type { Light } from '#kernel/light';
import { addToMonth, type Month } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import { compileRuleSet } from '../domain/evaluate-light.ts';
import type { EarlierOutcome, LightInputs } from '../domain/light-inputs.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import { restoreInputs } from '../domain/stored-inputs.ts';
import type { SubjectId } from '../domain/subject.ts';
import { whyLight } from '../domain/why.ts';
import { type EvaluationRow, readEvaluationsOf, readLightsOf } from '../store/light-rows.ts';
import { shownMonth } from './lock-month.ts';

export type TriedLight = {
  readonly subjectId: SubjectId;
  readonly before: Light;
  readonly after: Light;
  readonly why: readonly string[];
};

export type RuleTrial = {
  readonly month: Month;
  readonly tried: number;
  readonly before: Readonly<Record<Light, number>>;
  readonly after: Readonly<Record<Light, number>>;
  /** Only those whose light would be another. */
  readonly changes: readonly TriedLight[];
};

/**
 * The lights of the month that is shown, had they been made by these rules, from the figures they were made from; months
 * in a row are counted as if the rules had held all along. Nothing is stored. Undefined where nothing is shown yet.
 */
export async function tryRuleSet(city: City, rules: RuleSet): Promise<RuleTrial | undefined> {
  const { tx } = city;
  ensure(tx.scope.reach !== 'holders', 'lights.whole_city_only');
  const shown = await shownMonth(city);
  if (!shown) return undefined;
  const { month, asOf } = shown;
  const light = compileRuleSet(rules);
  const lit = new Map((await readLightsOf(tx, month, asOf)).map((row) => [row.evaluationId, row.overall]));
  const evaluations = (await readEvaluationsOf(tx, month, asOf)).filter((one) => lit.get(one.evaluationId));
  const earlier = await earlierOutcomes(city, rules, evaluations, month);
  const tried = evaluations.map((one) => {
    const inputs = { ...restoreInputs(one.inputs), earlier: earlier.get(one.subjectId) ?? [] };
    return {
      subjectId: one.subjectId,
      before: lit.get(one.evaluationId) as Light,
      inputs,
      result: light(inputs),
    };
  });
  const count = (lights: readonly Light[]) => {
    const counts = { green: 0, yellow: 0, red: 0, grey: 0 };
    for (const one of lights) counts[one] += 1;
    return counts;
  };
  return {
    month,
    tried: tried.length,
    before: count(tried.map((one) => one.before)),
    after: count(tried.map((one) => one.result.overall)),
    changes: tried
      .filter((one) => one.before !== one.result.overall)
      .map(({ subjectId, before, inputs, result }) => ({
        ...{ subjectId, before, after: result.overall },
        why: whyLight(rules, inputs, result, asOf),
      })),
  };
}

/** Which band or state of the new rules the earlier months fall into, latest first. */
async function earlierOutcomes(
  { tx }: City,
  rules: RuleSet,
  of: readonly EvaluationRow[],
  month: Month,
): Promise<Map<SubjectId, EarlierOutcome[]>> {
  const longest = Math.max(
    1,
    ...rules.dimensions.flatMap(({ consecutive }) => (consecutive ?? []).map((one) => one.months)),
  );
  const plain = compileRuleSet({
    ...rules,
    dimensions: rules.dimensions.map(({ consecutive: _, ...one }) => one),
  });
  const wanted = new Set(of.map((one) => one.subjectId));
  const outcomes = new Map<SubjectId, EarlierOutcome[]>();
  for (let back = 1; back < longest; back += 1) {
    const past = addToMonth(month, -back);
    for (const one of await readEvaluationsOf(tx, past, '9999-12-31')) {
      if (!wanted.has(one.subjectId)) continue;
      const facts: LightInputs = { ...restoreInputs(one.inputs), earlier: [] };
      const found = Object.entries(plain(facts).dimensions).flatMap(([id, result]) =>
        result ? [[id, result.outcome] as const] : [],
      );
      const known = outcomes.get(one.subjectId) ?? [];
      known.push({ month: past, outcomes: Object.fromEntries(found) });
      outcomes.set(one.subjectId, known);
    }
  }
  return outcomes;
}
