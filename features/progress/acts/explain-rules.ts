import { type City, ensureMay } from '#access';
import {
  consecutiveLines,
  formulaWords,
  platformDefault,
  proveRuleSet,
  ruleLines,
  ruleSetOn,
} from '#engines/indicators';
import type { PlainDate } from '#kernel/plain-date';

/** The rules in force on a day, in words, proved anew. */
export async function explainRules(city: City, { asOf = city.today }: { asOf?: PlainDate | undefined }) {
  ensureMay(city, 'lights.view', {});
  const { number, rules } = await ruleSetOn(city, asOf);
  const { id, name, effectiveFrom, basis, evaluationDay, order } = rules;
  const faults = proveRuleSet(rules).map(({ text }) => text);
  const view = {
    ...{ id, number, name, effectiveFrom, basis, evaluationDay },
    platformDefault: basis === platformDefault,
    order: [...order],
    dimensions: rules.dimensions.map((dimension) => ({
      id: dimension.id,
      name: dimension.name,
      basis: dimension.basis ?? basis,
      platformDefault: (dimension.basis ?? basis) === platformDefault,
      measure: formulaWords[dimension.formula].measure,
      appliesTo: formulaWords[dimension.formula].appliesTo,
      lines: ruleLines(dimension),
      consecutive: consecutiveLines(dimension),
    })),
    proof: { complete: faults.length === 0, faults },
  };
  return { asOf, rules: [view] };
}
