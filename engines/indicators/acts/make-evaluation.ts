import { createHash } from 'node:crypto';
import { newId } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import type { Evaluator } from '../domain/evaluate-light.ts';
import type { LightInputs } from '../domain/light-inputs.ts';
import { storeInputs } from '../domain/stored-inputs.ts';
import type { NewEvaluation } from '../store/evaluation-rows.ts';

/** A light with what it was made from; the digest tells whether anything of that changed since. */
export function makeEvaluation(
  subjectId: string,
  facts: LightInputs,
  light: Evaluator,
  version: { asOf: PlainDate; ruleSetId: string; ruleSetNumber: number },
): NewEvaluation {
  const inputs = JSON.stringify(storeInputs(facts));
  const basis = `[${JSON.stringify(version.ruleSetId)},${version.ruleSetNumber},${inputs}]`;
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
