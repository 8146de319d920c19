import type { City } from '#access';
import { lastDayOf, type Month } from '#kernel/month';
import { compileRuleSet } from '../domain/evaluate-light.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import type { SubjectId } from '../domain/subject.ts';
import { addEvaluations } from '../store/evaluation-rows.ts';
import { deferSums } from '../store/group-sums.ts';
import { readLightGround } from '../store/one-light.ts';
import { monthEvaluatedOn } from './evaluate.ts';
import { gatherInputs } from './gather-inputs.ts';
import { makeEvaluation } from './make-evaluation.ts';

/** The rules that stand on the day, published. */
type RulesInForce = { readonly number: number; readonly rules: RuleSet };

/**
 * As `relight`, of one subject that is held. What was written of it before in this transaction need not be waited for:
 * statements are answered in the order in which they were asked.
 */
export async function relightOne(
  city: City,
  { month, subjectId }: { readonly month: Month; readonly subjectId: SubjectId },
  { number, rules }: RulesInForce,
): Promise<{ changed: number }> {
  const { tx, today: asOf } = city;
  if (month !== monthEvaluatedOn(asOf, rules.evaluationDay)) return { changed: 0 };
  const [ground, gathered] = await Promise.all([
    readLightGround(tx, { subjectId, month, asOf }),
    gatherInputs(city, { month, asOf, rules }, [subjectId]),
  ]);
  const facts = gathered.get(subjectId);
  if (!ground.isLit || ground.isLocked || !facts) return { changed: 0 };
  const version = { asOf, ruleSetId: rules.id, ruleSetNumber: number };
  const evaluation = makeEvaluation(subjectId, facts, compileRuleSet(rules), version);
  if (evaluation.digest === ground.digest) return { changed: 0 };
  const { overall } = evaluation.results;
  if (!ground.isLitLater && overall !== ground.overall) {
    const gone = ground.overall === null ? {} : { [ground.overall]: -1n };
    deferSums(tx, { subjectId, month, on: lastDayOf(month) }, { ...gone, [overall]: 1n });
  }
  await addEvaluations(tx, [evaluation], city.actor.name);
  return { changed: 1 };
}
