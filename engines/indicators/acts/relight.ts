import type { City } from '#access';
import type { Month } from '#kernel/month';
import { compileRuleSet } from '../domain/evaluate-light.ts';
import type { SubjectId } from '../domain/subject.ts';
import { addEvaluations, isMonthLit, readStandingLights } from '../store/evaluation-rows.ts';
import { readMonthLocks } from '../store/month-lock-rows.ts';
import { lockSubjects } from '../store/subject-rows.ts';
import { changedLights, countLights } from './count-lights.ts';
import { monthEvaluatedOn } from './evaluate.ts';
import { gatherInputs } from './gather-inputs.ts';
import { makeEvaluation } from './make-evaluation.ts';
import { ruleSetToUse } from './publish-rule-set.ts';
import { relightOne } from './relight-one.ts';

/**
 * Gives a few subjects their light of today after something of theirs was verified, in the same transaction. Only for
 * the month evaluated last and not yet locked: before that there is nothing to change, after that nothing may.
 */
export async function relight(
  city: City,
  { month, subjectIds }: { month: Month; subjectIds: readonly SubjectId[] },
): Promise<{ changed: number }> {
  const { tx, today: asOf } = city;
  const inForce = await ruleSetToUse(city, asOf);
  const { number, rules } = inForce;
  const [only] = subjectIds;
  if (only !== undefined && subjectIds.length === 1) {
    await lockSubjects(tx, subjectIds);
    return relightOne(city, { month, subjectId: only }, inForce);
  }
  if (month !== monthEvaluatedOn(asOf, rules.evaluationDay) || !(await isMonthLit(tx, month)))
    return { changed: 0 };
  await lockSubjects(tx, subjectIds);
  if ((await readMonthLocks(tx, [month])).length > 0) return { changed: 0 };
  const [inputs, lights] = await Promise.all([
    gatherInputs(city, { month, asOf, rules }, subjectIds),
    readStandingLights(tx, { month, asOf }, subjectIds),
  ]);
  const standing = new Map(lights.map((one) => [one.subjectId, one]));
  const version = { asOf, ruleSetId: rules.id, ruleSetNumber: number };
  const light = compileRuleSet(rules);
  const fresh = [...inputs]
    .map(([subjectId, facts]) => makeEvaluation(subjectId, facts, light, version))
    .filter(({ subjectId, digest }) => standing.get(subjectId)?.digest !== digest);
  await addEvaluations(tx, fresh, city.actor.name);
  await countLights(city, { month, asOf }, changedLights(fresh, standing));
  return { changed: fresh.length };
}
