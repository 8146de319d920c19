import { createHash } from 'node:crypto';
import type { City } from '#access';
import { newId } from '#kernel/id';
import { addToMonth, type Month, monthOfYear, yearOfMonth } from '#kernel/month';
import { monthOf, type PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import { compileRuleSet, type Evaluator } from '../domain/evaluate-light.ts';
import { knownState } from '../domain/known-state.ts';
import type { EarlierOutcome, LightInputs } from '../domain/light-inputs.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import { storeInputs } from '../domain/stored-inputs.ts';
import { readDutiesIn, type StandingDuty } from '../store/duty-rows.ts';
import {
  addEvaluations,
  addLightsTakenBack,
  type NewEvaluation,
  readPastResults,
  readStandingLights,
} from '../store/evaluation-rows.ts';
import {
  type MonthStatement,
  type PlanFigures,
  readPlanFigures,
  readStatements,
} from '../store/fact-rows.ts';
import { lockSubjects } from '../store/subject-rows.ts';
import { countLights } from './count-lights.ts';
import { isKeepingRollups } from './keep-rollups.ts';
import { ruleSetToUse } from './publish-rule-set.ts';

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
 * Evaluates the latest month due on a day from what was received by then. May run again at any time: only subjects whose
 * inputs or rules changed get a further evaluation, and the latest stands.
 */
export async function evaluate(city: City, { asOf }: { asOf: PlainDate }): Promise<EvaluationRun> {
  const { tx } = city;
  ensure(tx.scope.reach !== 'holders', 'lights.whole_city_only');
  if (isKeepingRollups(city))
    throw new Error('Evaluations count their own lights: evaluate after the change');
  const { number, rules } = await ruleSetToUse(city, asOf);
  const month = monthEvaluatedOn(asOf, rules.evaluationDay);
  const before = await readStandingLights(tx, month, asOf);
  const concerned = [...(await readDutiesIn(tx, month)).filter(({ owes }) => owes), ...before];
  const locked = new Set(concerned.map(({ subjectId }) => subjectId));
  await lockSubjects(tx, [...locked]);
  const duties = (await readDutiesIn(tx, month)).filter(
    ({ owes, subjectId }) => owes && locked.has(subjectId),
  );
  const standing = new Map((await readStandingLights(tx, month, asOf)).map((one) => [one.subjectId, one]));
  const inputs = await gatherInputs(city, duties, month, asOf, rules);
  const light = compileRuleSet(rules);
  const fresh: NewEvaluation[] = [];
  const version = { ruleSetId: rules.id, ruleSetNumber: number };
  for (const [subjectId, facts] of inputs) {
    const evaluation = evaluationOf(subjectId, facts, light, { asOf, ...version });
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

function evaluationOf(
  subjectId: string,
  facts: LightInputs,
  light: Evaluator,
  version: { asOf: PlainDate; ruleSetId: string; ruleSetNumber: number },
): NewEvaluation {
  const inputs = storeInputs(facts);
  const basis = JSON.stringify([version.ruleSetId, version.ruleSetNumber, inputs]);
  const digest = createHash('sha256').update(basis).digest('base64');
  const { month } = facts;
  return {
    ...version,
    evaluationId: newId<'evaluation'>(),
    subjectId,
    month,
    inputs,
    results: light(facts),
    digest,
  };
}

async function gatherInputs(
  { tx }: City,
  duties: readonly StandingDuty[],
  month: Month,
  asOf: PlainDate,
  rules: RuleSet,
): Promise<Map<string, LightInputs>> {
  const plans = new Map((await readPlanFigures(tx, month)).map((one) => [one.subjectId, one]));
  const said = Map.groupBy(await readStatements(tx, month, asOf, rules.values), ({ subjectId }) => subjectId);
  const past = await pastOutcomes(tx, month, asOf, rules);
  return new Map(
    duties.map((duty) => {
      const { subjectId } = duty;
      const inputs = inputsOf(
        duty,
        month,
        plans.get(subjectId),
        said.get(subjectId) ?? [],
        past.get(subjectId) ?? [],
      );
      return [subjectId, inputs];
    }),
  );
}

function inputsOf(
  duty: StandingDuty,
  month: Month,
  plan: PlanFigures | undefined,
  said: readonly MonthStatement[],
  earlier: readonly EarlierOutcome[],
): LightInputs {
  const ofMonth = said.findLast((one) => one.month === month);
  return {
    month,
    category: duty.category === 'building' ? 'building' : 'new-start',
    plannedStartMonth: duty.plannedStartMonth,
    planToMonthFen: plan?.planToMonthFen ?? null,
    planYearFen: plan?.planYearFen ?? null,
    actualToMonthFen: ofMonth?.cumFen ?? null,
    ...knownState(duty, said, month),
    earlier,
    planNumber: plan?.number ?? null,
    reportNumber: ofMonth?.number ?? null,
  };
}

/** How each subject stood at earlier month-ends, as far back as some rule counts. */
async function pastOutcomes(
  tx: City['tx'],
  month: Month,
  asOf: PlainDate,
  rules: RuleSet,
): Promise<Map<string, EarlierOutcome[]>> {
  const counted = rules.dimensions.flatMap(({ consecutive }) => consecutive ?? []);
  if (counted.length === 0) return new Map();
  const longest = Math.max(...counted.map(({ months }) => months));
  const back = addToMonth(month, 1 - longest);
  const january = monthOfYear(yearOfMonth(month), 1);
  const first = counted.some(({ newYear }) => newYear === 'continue') || back > january ? back : january;
  const results = await readPastResults(tx, first, month, asOf);
  const outcomes = results.map((one) => {
    const dimensions = Object.entries(one.results.dimensions);
    const pairs = dimensions.flatMap(([id, result]) => (result ? [[id, result.outcome] as const] : []));
    return { subjectId: one.subjectId, earlier: { month: one.month, outcomes: Object.fromEntries(pairs) } };
  });
  const bySubject = Map.groupBy(outcomes, ({ subjectId }) => subjectId);
  return new Map([...bySubject].map(([id, list]) => [id, list.map(({ earlier }) => earlier)]));
}
