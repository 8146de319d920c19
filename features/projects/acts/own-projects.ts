import type { City } from '#access';
import { findProjects, type ProjectId } from '#engines/registry';

const atOnce = 1000;

/** Whether a project of the year lies within the reader's scope; who reaches the whole city need not be asked. */
export async function ownProjects(city: City, year: number): Promise<(projectId: ProjectId) => boolean> {
  if (city.actor.reach === 'city') return () => true;
  const own = new Set<ProjectId>();
  for (let page = 1; ; page += 1) {
    const rows = await findProjects(city, { year, ownOnly: true }, { page, size: atOnce });
    for (const row of rows) own.add(row.projectId);
    if (rows.length < atOnce) return (projectId) => own.has(projectId);
  }
}
