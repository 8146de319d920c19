import type { City } from '#access';
import { newId } from '#kernel/id';
import { addToMonth, type Month } from '#kernel/month';
import { monthOf, type PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import { compileRuleSet } from '../domain/evaluate-light.ts';
import { readDutiesIn } from '../store/duty-rows.ts';
import {
  addEvaluations,
  addLightsTakenBack,
  type NewEvaluation,
  readStandingLights,
} from '../store/evaluation-rows.ts';
import { readMonthLocks } from '../store/month-lock-rows.ts';
import { lockAllSubjects } from '../store/subject-rows.ts';
import { countLights } from './count-lights.ts';
import { gatherInputs } from './gather-inputs.ts';
import { isKeepingRollups } from './keep-rollups.ts';
import { makeEvaluation } from './make-evaluation.ts';
import { ruleSetOfMonth, ruleSetToUse } from './publish-rule-set.ts';

defineRefusals({
  'lights.whole_city_only': { status: 403, text: '评价须由全市范围的人员或系统进行' },
});

export type EvaluationRun = {
  readonly asOf: PlainDate;
  readonly month: Month;
  readonly ruleSetId: string;
  readonly ruleSetNumber: number;
  /** Subjects that owe a report for the month, all with a light now. */
  readonly lit: number;
  /** Of these, newly evaluated: the first time or because inputs changed. */
  readonly changed: number;
  /** Lights of subjects that no longer owe one. */
  readonly takenBack: number;
};

/** The latest month whose evaluation day has come. */
export function monthEvaluatedOn(asOf: PlainDate, evaluationDay: number): Month {
  return addToMonth(monthOf(asOf), Number(asOf.slice(8)) >= evaluationDay ? -1 : -2);
}

/**
 * Evaluates a month, by default the latest one due on a day, from what was received by then. May run again at any time:
 * only subjects whose inputs or rules changed get a further evaluation, and the latest stands. A locked month stays. A
 * month that is named keeps the rules it was due by.
 */
export async function evaluate(
  city: City,
  { asOf, month: asked }: { asOf: PlainDate; month?: Month },
): Promise<EvaluationRun> {
  const { tx } = city;
  ensure(tx.scope.reach !== 'holders', 'lights.whole_city_only');
  if (isKeepingRollups(city))
    throw new Error('Evaluations count their own lights: evaluate after the change');
  const { number, rules } = await (asked ? ruleSetOfMonth(city, asked, asOf) : ruleSetToUse(city, asOf));
  const month = asked ?? monthEvaluatedOn(asOf, rules.evaluationDay);
  // Whoever writes of a subject meanwhile waits; one that comes anew after this is not evaluated yet.
  const held = new Set(await lockAllSubjects(tx));
  const [locks, lights, owing] = await Promise.all([
    readMonthLocks(tx, [month]),
    readStandingLights(tx, { month, asOf }),
    readDutiesIn(tx, month),
  ]);
  const version = { ruleSetId: rules.id, ruleSetNumber: number };
  if (locks.length > 0) return { asOf, month, ...version, lit: lights.length, changed: 0, takenBack: 0 };
  const duties = owing.filter(({ owes, subjectId }) => owes && held.has(subjectId));
  const standing = new Map(lights.map((one) => [one.subjectId, one]));
  const inputs = await gatherInputs(city, duties, { month, asOf, rules }, null);
  const light = compileRuleSet(rules);
  const fresh: NewEvaluation[] = [];
  for (const [subjectId, facts] of inputs) {
    const evaluation = makeEvaluation(subjectId, facts, light, { asOf, ...version });
    if (standing.get(subjectId)?.digest !== evaluation.digest) fresh.push(evaluation);
  }
  await addEvaluations(tx, fresh, city.actor.name);
  const gone = [...standing.values()]
    .filter(({ subjectId, overall }) => overall !== null && !inputs.has(subjectId))
    .map(({ subjectId }) => ({ subjectId, month, asOf, evaluationId: newId<'evaluation'>() }));
  await addLightsTakenBack(tx, gone);
  await countLights(city, { month, asOf }, fresh, standing);
  return { asOf, month, ...version, lit: inputs.size, changed: fresh.length, takenBack: gone.length };
}
