import type { City } from '#access';
import { projectFacts } from '../domain/facts.ts';
import type { ProjectId } from '../domain/identity.ts';
import { openGapRules, type ResponsibilityGap } from '../domain/responsibility.ts';
import { readAspects } from '../store/read-aspects.ts';
import { listYearProjects } from '../store/year-projects.ts';
import { readingOf } from './record-reading.ts';

export type GapLine = ResponsibilityGap & {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly project: string;
};

/** Projects of a year that a rule of the pack gives a holder, and that have none. */
export async function responsibilityGaps(city: City, year: number): Promise<GapLine[]> {
  const reading = await readingOf(city, year);
  const departmentKinds = reading.kinds.filter((kind) => kind.holder === 'department').map((kind) => kind.id);
  const gapsOf = openGapRules({ kinds: reading.kinds });
  const ids = await listYearProjects(city.tx, year);
  const projects = await readAspects(city.tx, ids, year);
  return ids.flatMap((projectId) => {
    const one = projects.get(projectId);
    if (!one) return [];
    const facts = projectFacts(one.aspects, {
      number: one.number,
      year,
      slugOf: reading.slugOf,
      departmentKinds,
    });
    const held = new Set(Object.keys(one.aspects.responsibilities));
    const about = { projectId, number: one.number, project: one.aspects.card.name };
    return gapsOf(facts, held).map((gap) => ({ ...gap, ...about }));
  });
}
