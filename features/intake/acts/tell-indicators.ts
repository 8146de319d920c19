import type { City } from '#access';
import { placeInGroups, stateDuties, yearDuty } from '#engines/indicators';
import { apartIn, listsByProject, yearStandings } from '#engines/registry';
import { monthOf, type PlainDate } from '#kernel/plain-date';

export type Told = {
  readonly year: number;
  readonly fromOn: PlainDate;
  readonly projectIds: ReadonlySet<string>;
};

type Standing = Awaited<ReturnType<typeof yearStandings>>[number];

/**
 * Hands on what indicators must know of projects, as the library now says it: what they owe and where sums count
 * them (leading district, lead departments, lists, category), from a day on.
 */
export async function tellIndicators(city: City, { year, fromOn, projectIds }: Told): Promise<void> {
  const projects = await yearStandings(city, year, projectIds);
  await stateDuties(
    city,
    projects.map(({ projectId, category, plannedStart, periodStart, apart }) => {
      const reason = apartIn(apart, monthOf(fromOn));
      const elsewhere = { subjectId: projectId, fromMonth: monthOf(fromOn), category: 'none' as const };
      if (reason) return { ...elsewhere, owes: false, reason };
      return yearDuty({
        subjectId: projectId,
        year,
        fromMonth: monthOf(fromOn),
        category: category ?? '前期',
        plannedStart,
        periodStart,
      });
    }),
  );
  const lists = await listsByProject(city, year, fromOn);
  const groups: Readonly<Record<string, (project: Standing) => readonly string[]>> = {
    district: ({ districtId }) => (districtId === null ? [] : [districtId]),
    department: ({ departments }) => departments,
    category: ({ category }) => [category ?? '前期'],
    list: ({ projectId }) => lists.get(projectId) ?? [],
  };
  for (const [kind, groupIds] of Object.entries(groups)) {
    const placements = projects.map((project) => ({
      subjectId: project.projectId,
      groupIds: groupIds(project),
      fromOn,
    }));
    await placeInGroups(city, kind, placements);
  }
}

/** Projects that left the library owe nothing and count nowhere. */
export async function forgetInIndicators(
  city: City,
  { fromOn, projectIds }: Told,
  reason: string,
): Promise<void> {
  const subjectIds = [...projectIds];
  const fromMonth = monthOf(fromOn);
  await stateDuties(
    city,
    subjectIds.map((subjectId) => ({ subjectId, fromMonth, category: 'none', owes: false, reason })),
  );
  for (const kind of ['district', 'department', 'category', 'list']) {
    await placeInGroups(
      city,
      kind,
      subjectIds.map((subjectId) => ({ subjectId, groupIds: [], fromOn })),
    );
  }
}
