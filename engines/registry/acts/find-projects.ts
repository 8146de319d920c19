import type { City } from '#access';
import type { ProjectFilter, ProjectPage, ProjectRow } from '../domain/project-view.ts';
import {
  countProjectRows,
  findProjectIds,
  findProjectRows,
  placesWithin,
  type ResolvedFilter,
  readProjectRows,
  searchProjects,
} from '../store/find-projects.ts';

/** One page of the library. Every office sees every project; money and sponsors only of those in its scope. */
export async function findProjects(
  city: City,
  filter: ProjectFilter = {},
  page: ProjectPage = {},
): Promise<ProjectRow[]> {
  return findProjectRows(city.tx, await resolved(city, filter), page);
}

export async function countProjects(city: City, filter: ProjectFilter = {}): Promise<number> {
  return countProjectRows(city.tx, await resolved(city, filter));
}

/** A page with the number of all projects it is one of. */
export async function findProjectsCounted(
  city: City,
  filter: ProjectFilter,
  page: ProjectPage,
): Promise<{ readonly rows: ProjectRow[]; readonly total: number }> {
  const wanted = await resolved(city, filter);
  const [rows, total] = await Promise.all([
    findProjectRows(city.tx, wanted, page),
    countProjectRows(city.tx, wanted),
  ]);
  return { rows, total };
}

/** Every project that matches, in order and in pieces: no more than a piece is held. */
export async function* everyProject(
  city: City,
  filter: ProjectFilter,
  order: Pick<ProjectPage, 'sort' | 'descending'> = {},
  atOnce = 250,
): AsyncGenerator<ProjectRow[]> {
  const ids = await findProjectIds(city.tx, await resolved(city, filter), order);
  for (let at = 0; at < ids.length; at += atOnce)
    yield await readProjectRows(city.tx, ids.slice(at, at + atOnce), filter.year);
}

async function resolved({ tx }: City, filter: ProjectFilter): Promise<ResolvedFilter> {
  const { text, district, ...rest } = filter;
  const term = text?.trim();
  return {
    ...rest,
    ...(term ? { ids: await searchProjects(tx, term) } : {}),
    ...(district ? { districts: await placesWithin(tx, district) } : {}),
  };
}
