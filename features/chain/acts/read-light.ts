import type { City } from '#access';
import { evaluationOf, lightHistoryOf, ruleSetOn, why } from '#engines/indicators';
import type { ProjectId } from '#engines/registry';
import type { Chain } from '../contract.ts';
import { lightSince } from '../domain/light-since.ts';

/** The light that stands, since when, and by which rule. */
export async function readLight(city: City, id: ProjectId): Promise<Chain['light']> {
  const history = await lightHistoryOf(city, id as never, city.today);
  const [latest] = history;
  const span = lightSince(history);
  if (!latest?.overall || !span) return null;
  const { rules } = await ruleSetOn(city, latest.asOf);
  const evaluation = await evaluationOf(city, latest.evaluationId);
  return {
    ...{ overall: latest.overall, month: latest.month, ...span },
    dimensions: rules.dimensions.flatMap(({ id: dimension, name }) => {
      const light = latest.dimensions[dimension];
      return light && light !== 'green' ? [{ name, light }] : [];
    }),
    why: evaluation ? await why(city, evaluation) : [],
  };
}
