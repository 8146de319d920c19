import type { City } from '#access';
import { newId } from '#kernel/id';
import { addToMonth, type Month } from '#kernel/month';
import { monthOf, type PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import { compileRuleSet } from '../domain/evaluate-light.ts';
import type { LightInputs } from '../domain/light-inputs.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import type { SubjectId } from '../domain/subject.ts';
import {
  addEvaluations,
  addLightsTakenBack,
  type NewEvaluation,
  readStandingLights,
  type StandingLight,
} from '../store/evaluation-rows.ts';
import { readMonthLocks } from '../store/month-lock-rows.ts';
import { lockAllSubjects } from '../store/subject-rows.ts';
import { type ChangedLight, changedLights, countLights } from './count-lights.ts';
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
  const version = { ruleSetId: rules.id, ruleSetNumber: number };
  // Whoever writes of a subject meanwhile waits; one that comes anew after this is not evaluated yet.
  const subjectIds = await lockAllSubjects(tx);
  if ((await readMonthLocks(tx, [month])).length > 0) {
    const lights = await readStandingLights(tx, { month, asOf });
    return { asOf, month, ...version, lit: lights.length, changed: 0, takenBack: 0 };
  }
  const light = compileRuleSet(rules);
  const changed: ChangedLight[] = [];
  const gone: StandingLight[] = [];
  let lit = 0;
  let written = Promise.resolve();
  for await (const { standing, inputs } of readAhead(city, subjectIds, { month, asOf, rules })) {
    const fresh: NewEvaluation[] = [];
    for (const [subjectId, facts] of inputs) {
      const evaluation = makeEvaluation(subjectId, facts, light, { asOf, ...version });
      if (standing.get(subjectId)?.digest !== evaluation.digest) fresh.push(evaluation);
    }
    await written;
    written = later(addEvaluations(tx, fresh, city.actor.name));
    changed.push(...changedLights(fresh, standing));
    for (const one of standing.values())
      if (one.overall !== null && !inputs.has(one.subjectId)) gone.push(one);
    lit += inputs.size;
  }
  await written;
  const taken = gone.map(({ subjectId }) => ({
    subjectId,
    month,
    asOf,
    evaluationId: newId<'evaluation'>(),
  }));
  await addLightsTakenBack(tx, taken);
  await countLights(city, { month, asOf }, changed);
  return { asOf, month, ...version, lit, changed: changed.length, takenBack: gone.length };
}

const subjectsAtOnce = 2000;

type Read = {
  readonly standing: ReadonlyMap<SubjectId, StandingLight>;
  readonly inputs: ReadonlyMap<SubjectId, LightInputs>;
};

/** What the lights are made from, a piece of the city at a time: the database reads the next while one is dealt with. */
async function* readAhead(
  city: City,
  subjectIds: readonly SubjectId[],
  of: { month: Month; asOf: PlainDate; rules: RuleSet },
): AsyncGenerator<Read> {
  let next = readPiece(city, subjectIds, of);
  for (let at = 0; at < subjectIds.length; at += subjectsAtOnce) {
    const piece = await next;
    next = later(readPiece(city, subjectIds.slice(at + subjectsAtOnce), of));
    yield piece;
  }
}

async function readPiece(
  city: City,
  subjectIds: readonly SubjectId[],
  of: { month: Month; asOf: PlainDate; rules: RuleSet },
): Promise<Read> {
  const held = new Set(subjectIds.slice(0, subjectsAtOnce));
  const [first, last] = [subjectIds[0], subjectIds[held.size - 1]];
  if (!first || !last) return { standing: new Map(), inputs: new Map() };
  const [lights, inputs] = await Promise.all([
    readStandingLights(city.tx, of, { first, last }),
    gatherInputs(city, of, { first, last }),
  ]);
  for (const subjectId of inputs.keys()) if (!held.has(subjectId)) inputs.delete(subjectId);
  return { standing: new Map(lights.map((one) => [one.subjectId, one])), inputs };
}

/** Awaited later: should it fail before, it fails there. */
function later<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
