import type { City } from '#access';
import type { ProjectFilter, ProjectPage, ProjectRow } from '../domain/project-view.ts';
import { countProjectRows, findProjectRows, searchProjects } from '../store/find-projects.ts';

/** One page of the library. Every office sees every project; money and sponsors only of those in its scope. */
export async function findProjects(
  city: City,
  filter: ProjectFilter = {},
  page: ProjectPage = {},
): Promise<ProjectRow[]> {
  return findProjectRows(city.tx, await withIds(city, filter), page);
}

/** Apart from the page, so that turning pages does not count again. */
export async function countProjects(city: City, filter: ProjectFilter = {}): Promise<number> {
  return countProjectRows(city.tx, await withIds(city, filter));
}

async function withIds(city: City, filter: ProjectFilter) {
  const text = filter.text?.trim();
  return text ? { ...filter, ids: await searchProjects(city.tx, text) } : filter;
}
