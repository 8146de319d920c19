import type { City } from '#access';
import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { restoreInputs } from '../domain/stored-inputs.ts';
import type { SubjectId } from '../domain/subject.ts';
import { whyLight } from '../domain/why.ts';
import {
  type EvaluationRow,
  findEvaluation,
  type LightRow,
  readCurrentLights,
  readLightHistory,
  readShownLights,
} from '../store/light-rows.ts';
import { makeRuleSetReader } from './read-rule-sets.ts';

/** A light without its figures, as the whole city may see it. */
export type PublishedLight = {
  readonly subjectId: SubjectId;
  readonly month: Month;
  /** The day it was evaluated as of. */
  readonly asOf: PlainDate;
  readonly evaluationId: string;
  /** Null: taken back, the subject owes no report. */
  readonly overall: Light | null;
  readonly dimensions: Readonly<Record<string, Light | null>>;
};

/** The lights of the latest evaluated month as they stand now; a page of a list needs no more. */
export async function currentLights(city: City, subjectIds: readonly SubjectId[]): Promise<PublishedLight[]> {
  return (await readCurrentLights(city.tx, subjectIds)).map(publishedLight);
}

/** The month shown with its lights of a few subjects; inputs are undefined outside the reader's scope. */
export async function shownLights(city: City, subjectIds: readonly SubjectId[]) {
  const { month, lights } = await readShownLights(city.tx, subjectIds);
  return {
    month,
    lights: lights.map(({ subjectId, overall, inputs }) => ({
      ...{ subjectId, overall },
      inputs: inputs ? restoreInputs(inputs) : undefined,
    })),
  };
}

/** The standing light of each month up to a day, latest first. */
export async function lightHistoryOf(
  city: City,
  subjectId: SubjectId,
  asOf: PlainDate,
): Promise<PublishedLight[]> {
  return (await readLightHistory(city.tx, subjectId, asOf)).map(publishedLight);
}

/** An evaluation in full; undefined where there is none or it lies outside the reader's scope. */
export async function evaluationOf(city: City, evaluationId: string): Promise<EvaluationRow | undefined> {
  return findEvaluation(city.tx, evaluationId);
}

/** Why an evaluation came out as it did: each dimension, the whole, the rule, the day, the basis. */
export async function why(city: City, evaluation: EvaluationRow): Promise<string[]> {
  const rules = await makeRuleSetReader(city.tx)(evaluation);
  return whyLight(rules, restoreInputs(evaluation.inputs), evaluation.results, evaluation.asOf);
}

export function dimensionsOf({
  progress,
  start,
  statistics,
  others,
}: Pick<LightRow, 'progress' | 'start' | 'statistics' | 'others'>): PublishedLight['dimensions'] {
  return { progress, start, statistics, ...others };
}

function publishedLight(row: LightRow): PublishedLight {
  const { subjectId, month, asOf, evaluationId, overall } = row;
  return { subjectId, month, asOf, evaluationId, overall, dimensions: dimensionsOf(row) };
}
