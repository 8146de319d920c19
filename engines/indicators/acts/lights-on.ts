import type { City } from '#access';
import type { Light } from '#kernel/light';
import { lastDayOf, type Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { type GroupLights, sumLights } from '../domain/group-lights.ts';
import type { LightInputs } from '../domain/light-inputs.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import { restoreInputs } from '../domain/stored-inputs.ts';
import type { DutyCategory, SubjectId } from '../domain/subject.ts';
import { whyLight } from '../domain/why.ts';
import { readDutiesIn } from '../store/duty-rows.ts';
import { readMembersOn } from '../store/group-rows.ts';
import {
  type EvaluationRow,
  findLitMonth,
  type LightRow,
  readEvaluationsOf,
  readLightsOf,
} from '../store/light-rows.ts';
import { readMonthLocks } from '../store/month-lock-rows.ts';
import { monthEvaluatedOn } from './evaluate.ts';
import { ruleSetOn } from './publish-rule-set.ts';
import { dimensionsOf } from './read-lights.ts';
import { makeRuleSetReader } from './read-rule-sets.ts';

/** A subject's light as it stands on a day. */
export type SubjectLight = {
  readonly subjectId: SubjectId;
  readonly overall: Light;
  /** Null: does not apply. `progress`, `start`, `statistics` and whatever else the rules name. */
  readonly dimensions: Readonly<Record<string, Light | null>>;
  readonly evaluationId: string;
  /** The day it was evaluated as of. */
  readonly evaluatedOn: PlainDate;
  /** Undefined where the figures lie outside the reader's scope. */
  readonly inputs: LightInputs | undefined;
  readonly why: readonly string[];
};

export type LightsOn = {
  readonly asOf: PlainDate;
  /** The month whose evaluation stands; undefined before the first. */
  readonly month: Month | undefined;
  readonly projects: readonly SubjectLight[];
  /** Owe no report that month, with the reason; they have no light. */
  readonly apart: readonly { subjectId: SubjectId; category: DutyCategory; reason: string | null }[];
  readonly groups: readonly ({
    readonly groupId: string;
    readonly subjectIds: readonly SubjectId[];
  } & GroupLights)[];
  readonly total: GroupLights;
};

/**
 * The lights that stand on a day, from stored evaluations only: `evaluate` makes them. Before the evaluation day of a
 * month the previous month's stand, unless a month is named, whose lights of that day they are then. Groups are those of
 * one kind (default: district) on the month's last day.
 */
export async function lightsOn(
  city: City,
  asOf: PlainDate,
  { groupKind = 'district', month: named }: { groupKind?: string; month?: Month } = {},
): Promise<LightsOn> {
  const { tx } = city;
  const { rules } = await ruleSetOn(city, asOf);
  const month = await findLitMonth(tx, named ?? (await latestMonthOn(city, asOf, rules.evaluationDay)), asOf);
  const dimensionIds = rules.dimensions.map(({ id }) => id);
  if (!month) return { asOf, month, projects: [], apart: [], groups: [], total: sumLights([], dimensionIds) };
  const evaluations = new Map(
    (await readEvaluationsOf(tx, month, asOf)).map((one) => [one.evaluationId, one]),
  );
  const ruleSet = makeRuleSetReader(tx);
  const projects: SubjectLight[] = [];
  for (const row of await readLightsOf(tx, month, asOf)) {
    if (row.overall === null) continue;
    const evaluation = evaluations.get(row.evaluationId);
    const rulesUsed = evaluation && (await ruleSet(evaluation));
    projects.push(subjectLight(row, row.overall, evaluation, rulesUsed));
  }
  const bySubject = new Map(projects.map((one) => [one.subjectId, one]));
  const members = (await readMembersOn(tx, groupKind, lastDayOf(month))).filter(({ subjectId }) =>
    bySubject.has(subjectId),
  );
  const groups = [...Map.groupBy(members, ({ groupId }) => groupId)].map(([groupId, rows]) => {
    const subjectIds = rows.map(({ subjectId }) => subjectId);
    const lights = subjectIds.flatMap((id) => bySubject.get(id) ?? []);
    return { groupId, subjectIds, ...sumLights(lights, dimensionIds) };
  });
  const apart = (await readDutiesIn(tx, month))
    .filter(({ owes }) => !owes)
    .map(({ subjectId, category, reason }) => ({ subjectId, category, reason }));
  return { asOf, month, projects, apart, groups, total: sumLights(projects, dimensionIds) };
}

/** The month evaluated last by a day, or one that was locked before its evaluation day. */
async function latestMonthOn(city: City, asOf: PlainDate, evaluationDay: number): Promise<Month> {
  const evaluated = monthEvaluatedOn(asOf, evaluationDay);
  const locked = (await readMonthLocks(city.tx)).findLast((lock) => lock.asOf <= asOf)?.month;
  return locked !== undefined && locked > evaluated ? locked : evaluated;
}

/** The sentences are only made for the few subjects somebody asks about. */
function subjectLight(
  row: LightRow,
  overall: Light,
  evaluation: EvaluationRow | undefined,
  rules: RuleSet | undefined,
): SubjectLight {
  const { subjectId, evaluationId, asOf } = row;
  const inputs = evaluation && restoreInputs(evaluation.inputs);
  return {
    ...{ subjectId, evaluationId, overall, inputs, evaluatedOn: asOf },
    dimensions: dimensionsOf(row),
    get why() {
      return evaluation && inputs && rules ? whyLight(rules, inputs, evaluation.results, asOf) : [];
    },
  };
}
