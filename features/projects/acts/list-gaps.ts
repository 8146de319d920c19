import { type City, ensureMay } from '#access';
import * as registry from '#engines/registry';
import { ownProjects } from './own-projects.ts';

/** Gaps of the projects whose card the reader sees in full: of others nobody could tell. */
export async function listGaps(city: City, year: number) {
  ensureMay(city, 'project.view-gaps', {});
  const own = await ownProjects(city, year);
  const gaps = await registry.responsibilityGaps(city, year);
  const rows = gaps
    .filter((gap) => own(gap.projectId))
    .map(({ projectId, number, project, kind, name, result, rule }) => ({
      ...{ projectId, number, result, rule },
      name: project,
      kind: { id: kind, name },
    }));
  return { year, rows };
}
