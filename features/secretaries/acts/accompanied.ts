import type { City } from '#access';
import { currentLights } from '#engines/indicators';
import { listMatters } from '#engines/matters';
import { type Standing, standingOf } from '../domain/standing.ts';
import { standingVisits, type VisitRow } from '../store/visit-rows.ts';
import { silentRule } from './choices.ts';

const most = 5000;

export type Accompanied = Standing & {
  readonly last: VisitRow | undefined;
  readonly light: 'green' | 'yellow' | 'red' | 'grey' | null;
  readonly openMatters: number;
};

/** How these projects are accompanied, with their light and what is open of them, in three questions. */
export async function accompanied(
  city: City,
  projectIds: readonly string[],
): Promise<(projectId: string) => Accompanied> {
  const { silentDays } = silentRule(city);
  const visits = Map.groupBy(await standingVisits(city.tx, projectIds), ({ projectId }) => projectId);
  const lights = new Map(
    (await currentLights(city, projectIds as never)).map(({ subjectId, overall }) => [
      subjectId as string,
      overall,
    ]),
  );
  const open =
    projectIds.length === 0
      ? []
      : (await listMatters(city, { projectIds, open: true }, { limit: most, offset: 0 })).rows;
  const matters = new Map<string, number>();
  for (const { projectId } of open) {
    if (projectId) matters.set(projectId, (matters.get(projectId) ?? 0) + 1);
  }
  return (projectId) => {
    const own = visits.get(projectId) ?? [];
    return {
      ...standingOf(own, city.today, silentDays),
      last: own[0],
      light: lights.get(projectId) ?? null,
      openMatters: matters.get(projectId) ?? 0,
    };
  };
}
