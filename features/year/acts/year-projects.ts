import type { City } from '#access';
import { apartIn, findProjects, type IndexedProject, projectIndex } from '#engines/registry';
import type { Month } from '#kernel/month';

export type YearProjects = {
  /** Of the year's lists, within the reader's scope, counting by themselves. */
  readonly counting: readonly IndexedProject[];
  readonly apart: readonly (IndexedProject & { readonly because: string })[];
};

/** A year's projects as they stand in a month. */
export async function yearProjects(city: City, year: number, month: Month): Promise<YearProjects> {
  const index = (await projectIndex(city, year)).filter(({ mergedInto }) => mergedInto === null);
  const own = await ownProjects(city, year, index.length);
  const inScope = own ? index.filter(({ projectId }) => own.has(projectId)) : index;
  return {
    counting: inScope.filter((one) => apartIn(one.apart, month) === undefined),
    apart: inScope.flatMap((one) => {
      const because = apartIn(one.apart, month);
      return because === undefined ? [] : [{ ...one, because }];
    }),
  };
}

/** Undefined: all of them. */
async function ownProjects(city: City, year: number, size: number): Promise<Set<string> | undefined> {
  if (city.tx.scope.reach !== 'holders') return undefined;
  const own = await findProjects(city, { year, ownOnly: true }, { size: Math.max(size, 1) });
  return new Set(own.map(({ projectId }) => projectId));
}

/** A project as lists of the year's work print it. */
export function placeOf({ districts }: IndexedProject) {
  return { districtId: districts[0]?.orgId ?? null, district: districts[0]?.name ?? null };
}
