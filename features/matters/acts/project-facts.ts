import type { City } from '#access';
import { currentLights } from '#engines/indicators';
import { getProjectBrief, type ProjectId, projectIndex } from '#engines/registry';
import { yearOf } from '#kernel/plain-date';
import { refuse } from '#kernel/refusal';

/** What a ladder's route asks of a project, who holds it, and who could lead. */
export async function projectFacts(city: City, projectId: ProjectId) {
  const brief = await getProjectBrief(city, projectId);
  const [indexed] = await projectIndex(city, undefined, [projectId]);
  if (!indexed) refuse('project.not_found');
  const [light] = await currentLights(city, [projectId as never]);
  const answering = brief.holders.flatMap(({ orgId, personId }) => [orgId, personId]);
  const districts = brief.districts.map(({ orgId }): string => orgId);
  const total =
    brief.detail?.totalFen ?? brief.entries.find(({ year }) => year === yearOf(city.today))?.totalFen;
  return {
    ...{ name: brief.card.name, districts, departments: indexed.departments as readonly string[] },
    holders: [...districts, ...answering, brief.card.sponsorOrgId],
    facts: {
      ...{ stage: brief.stage, districtCount: districts.length, light: light?.overall },
      investment: total === undefined || total === null ? undefined : String(total),
    },
  };
}

export type ProjectFacts = Awaited<ReturnType<typeof projectFacts>>;
