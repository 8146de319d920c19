import type { City } from '#access';
import { findProjects } from '#engines/registry';

const atOnce = 2000;

/** The projects of a year within the reader's scope. */
export async function ownProjects(city: City, year: number): Promise<Set<string>> {
  const own = new Set<string>();
  for (let page = 1; ; page += 1) {
    const rows = await findProjects(city, { year, ownOnly: true }, { page, size: atOnce });
    for (const row of rows) own.add(row.projectId);
    if (rows.length < atOnce) return own;
  }
}
