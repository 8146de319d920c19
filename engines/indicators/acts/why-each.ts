import type { City } from '#access';
import { restoreInputs } from '../domain/stored-inputs.ts';
import { whyLight } from '../domain/why.ts';
import type { EvaluationRow } from '../store/light-rows.ts';
import { makeRuleSetReader } from './read-rule-sets.ts';

type Evaluated = Pick<EvaluationRow, 'inputs' | 'results' | 'ruleSetId' | 'ruleSetNumber' | 'asOf'>;

/** The sentences of several evaluations, in their order; each rule set is read once. */
export async function whyEach(city: City, evaluations: readonly Evaluated[]): Promise<string[][]> {
  const rulesOf = makeRuleSetReader(city.tx);
  const all: string[][] = [];
  for (const one of evaluations)
    all.push(whyLight(await rulesOf(one), restoreInputs(one.inputs), one.results, one.asOf));
  return all;
}
