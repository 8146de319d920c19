import { type City, ensureMay } from '#access';
import { evaluationOf, platformDefault, replay, ruleSetOn, why } from '#engines/indicators';
import type { Id } from '#kernel/id';
import { refuse } from '#kernel/refusal';
import '../refusals.ts';
import { inputLines } from '../domain/input-lines.ts';
import { projectInReach } from './project-in-reach.ts';

/** One light's evaluation: only its holder and the whole city's offices see what it was made from. */
async function evaluationInReach(city: City, evaluationId: string) {
  ensureMay(city, 'lights.why');
  const evaluation = (await evaluationOf(city, evaluationId)) ?? refuse('evaluation.not_found');
  const view = await projectInReach(city, 'lights.why', evaluation.subjectId);
  return { evaluation, view };
}

export async function explainLight(city: City, { id }: { id: string }) {
  const { evaluation, view } = await evaluationInReach(city, id);
  const { month, asOf, results, ruleSetId, ruleSetNumber, recordedAt, recordedBy } = evaluation;
  const sentences = await why(city, evaluation);
  const { number, rules } = await ruleSetOn(city, asOf);
  const known = rules.id === ruleSetId && number === ruleSetNumber ? rules : undefined;
  const named = known?.dimensions ?? Object.keys(results.dimensions).map((one) => ({ id: one, name: one }));
  return {
    evaluationId: id as Id<'evaluation'>,
    ...{ projectId: view.projectId, number: view.number, name: view.card.name },
    ...{ month, evaluatedOn: asOf, recordedAt, recordedBy, overall: results.overall },
    dimensions: named.map((dimension) => ({
      id: dimension.id,
      name: dimension.name,
      light: results.dimensions[dimension.id]?.light ?? null,
      sentence: sentences.find((one) => one.startsWith(`${dimension.name}：`)) ?? null,
      basis: 'basis' in dimension ? (dimension.basis ?? known?.basis ?? null) : null,
    })),
    inputs: inputLines(evaluation.inputs),
    sentences,
    rules: {
      id: ruleSetId,
      number: ruleSetNumber,
      name: known?.name ?? ruleSetId,
      basis: known?.basis ?? '',
      platformDefault: known?.basis === platformDefault,
    },
  };
}

/** Makes the light again from what was stored with it. */
export async function replayLight(city: City, { id }: { id: string }) {
  const { evaluation } = await evaluationInReach(city, id);
  const { differences } = await replay(city, { evaluationId: id });
  return {
    evaluationId: id as Id<'evaluation'>,
    same: differences.length === 0,
    stored: evaluation.results.overall,
    differences: differences.map(({ what }) =>
      what === 'result' ? '按保存的数值重算，结果与保存的不同' : '公布的灯与评价结果不同',
    ),
  };
}
