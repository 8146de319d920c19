import type { City } from '#access';
import { findProjects, type IndexedProject, listOrganisations, projectIndex } from '#engines/registry';

export type CityProjects = {
  readonly of: (projectId: string) => IndexedProject | undefined;
  /** Districts and zones with the city itself, in official order. */
  readonly districts: readonly { readonly orgId: string; readonly name: string }[];
  /** Whether the reader sees the figures of a project. */
  readonly inScope: (projectId: string) => boolean;
};

/** The projects of a year's lists with their names, as boards print them. */
export async function cityProjects(city: City, year: number): Promise<CityProjects> {
  const index = new Map((await projectIndex(city, year)).map((one) => [one.projectId as string, one]));
  const leading = new Set([...index.values()].flatMap(({ districts }) => districts[0]?.orgId ?? []));
  const organisations = await listOrganisations(city);
  const scope = await scopeOfReader(city, year, index.size);
  return {
    of: (projectId) => index.get(projectId),
    districts: organisations
      .filter(({ orgId }) => leading.has(orgId))
      .map(({ orgId, name }) => ({ orgId, name })),
    inScope: (projectId) => scope?.has(projectId) ?? true,
  };
}

/** Undefined: all of them. */
async function scopeOfReader(city: City, year: number, size: number): Promise<Set<string> | undefined> {
  if (city.tx.scope.reach !== 'holders') return undefined;
  const own = await findProjects(city, { year, ownOnly: true }, { size: Math.max(size, 1) });
  return new Set(own.map(({ projectId }) => projectId));
}

/** A project as a line of a board; undefined where it left the year's lists. */
export function boardLine(projects: CityProjects, projectId: string) {
  const project = projects.of(projectId);
  if (!project) return undefined;
  const { number, name, districts } = project;
  return {
    ...{ projectId: project.projectId, number, name },
    districtId: districts[0]?.orgId ?? null,
    district: districts[0]?.name ?? null,
  };
}

/** Projects by leading district, in official order. */
export function byDistrict(projects: CityProjects, projectIds: readonly string[]) {
  const lines = projectIds.flatMap((id) => boardLine(projects, id) ?? []);
  const found = Map.groupBy(lines, ({ districtId }) => districtId);
  const orders = [...projects.districts.map(({ orgId }) => orgId as string), null];
  return orders.flatMap((id) => {
    const own = [...found].find(([districtId]) => districtId === id)?.[1] ?? [];
    if (own.length === 0) return [];
    const { districtId, district } = own[0]!;
    const rows = own.map(({ projectId, number, name }) => ({ projectId, number, name }));
    return [{ districtId, district: district ?? '未定地区', projects: rows }];
  });
}
