import type { City } from '#access';
import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import { compileRuleSet, type Evaluator, type LightResult } from '../domain/evaluate-light.ts';
import { restoreInputs } from '../domain/stored-inputs.ts';
import { type EvaluationWithLight, readEvaluationPage } from '../store/light-rows.ts';
import { makeRuleSetReader } from './read-rule-sets.ts';

export type ReplayDifference = {
  readonly evaluationId: string;
  readonly subjectId: string;
  readonly month: Month;
  readonly asOf: string;
  readonly what: 'result' | 'light';
  readonly stored: unknown;
  readonly recomputed: LightResult;
};

const pageSize = 5000;

/**
 * Makes stored lights again from their stored inputs and rule version, all visible ones, a month's, or one. Anything that
 * comes out differently, or a published light that is not that of its evaluation, is a difference.
 */
export async function replay(
  city: City,
  { month, evaluationId }: { month?: Month; evaluationId?: string } = {},
): Promise<{ checked: number; differences: ReplayDifference[] }> {
  const readRules = makeRuleSetReader(city.tx);
  const evaluators = new Map<string, Evaluator>();
  const differences: ReplayDifference[] = [];
  let checked = 0;
  let after: string | null = null;
  for (;;) {
    const page: EvaluationWithLight[] = await readEvaluationPage(city.tx, {
      after,
      limit: pageSize,
      month,
      evaluationId,
    });
    for (const row of page) {
      const key = `${row.ruleSetId} ${row.ruleSetNumber}`;
      const light = evaluators.get(key) ?? compileRuleSet(await readRules(row));
      evaluators.set(key, light);
      differences.push(...differencesOf(row, light(restoreInputs(row.inputs))));
    }
    checked += page.length;
    after = page.at(-1)?.evaluationId ?? null;
    if (page.length < pageSize) return { checked, differences };
  }
}

function differencesOf(row: EvaluationWithLight, recomputed: LightResult): ReplayDifference[] {
  const { evaluationId, subjectId, month, asOf, results, light } = row;
  const about = { evaluationId, subjectId, month, asOf, recomputed };
  const found: ReplayDifference[] = [];
  if (canonical(results) !== canonical(recomputed)) found.push({ ...about, what: 'result', stored: results });
  if (canonical(light && flat(light)) !== canonical(flatResult(recomputed))) {
    found.push({ ...about, what: 'light', stored: light });
  }
  return found;
}

/** Lights by dimension, those that apply: what a published row and a result have in common. */
function flat({ others, ...named }: NonNullable<EvaluationWithLight['light']>): Record<string, Light> {
  return applying({ ...named, ...others });
}

function flatResult({ overall, dimensions }: LightResult): Record<string, Light> {
  const lights = Object.entries(dimensions).map(([id, result]) => [id, result?.light ?? null] as const);
  return applying({ overall, ...Object.fromEntries(lights) });
}

function applying(lights: Readonly<Record<string, Light | null>>): Record<string, Light> {
  return Object.fromEntries(Object.entries(lights).flatMap(([id, light]) => (light ? [[id, light]] : [])));
}

/** The database returns JSON with its keys in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
