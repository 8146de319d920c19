import { type City, ensureMay } from '#access';
import {
  dutiesOf,
  evaluationOf,
  lightHistoryOf,
  monthEvaluatedOn,
  ruleSetOn,
  why,
} from '#engines/indicators';
import { getProject, type ProjectId } from '#engines/registry';
import type { PlainDate } from '#kernel/plain-date';
import { lightDay } from './lights-of-city.ts';

/** The light that stood on a day and why; the light is for every office, the reasons follow the scope. */
export async function projectLight(city: City, id: ProjectId, asked?: PlainDate) {
  ensureMay(city, 'project.view', {});
  await getProject(city, id);
  const asOf = lightDay(city, undefined, asked);
  const history = await lightHistoryOf(city, id, asOf);
  const latest = history[0];
  const { rules } = await ruleSetOn(city, asOf);
  const month = monthEvaluatedOn(asOf, rules.evaluationDay);
  const duty = (await dutiesOf(city, id)).filter(({ fromMonth }) => fromMonth <= month).at(-1);
  const apart = duty && !duty.owes && (!latest || duty.fromMonth > latest.month);
  const standing = latest?.overall && !apart ? latest : undefined;
  const evaluation = standing && (await evaluationOf(city, standing.evaluationId));
  return {
    asOf,
    month: standing?.month ?? null,
    overall: standing?.overall ?? null,
    evaluatedOn: standing?.asOf ?? null,
    dimensions: rules.dimensions.map(({ id: dimension, name }) => ({
      id: dimension,
      name,
      light: standing?.dimensions[dimension] ?? null,
    })),
    evaluationId: evaluation?.evaluationId ?? null,
    why: evaluation ? await why(city, evaluation) : [],
    apart: apart ? (duty.reason ?? '不报月报') : null,
    history: history.map(({ month, overall }) => ({ month, overall })).reverse(),
  };
}
