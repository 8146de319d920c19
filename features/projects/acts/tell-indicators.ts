import type { City } from '#access';
import { placeInGroups, type SubjectDuty, stateDuties, yearDuty } from '#engines/indicators';
import {
  apartIn,
  getProject,
  type ProjectId,
  type ProjectView,
  responsibilitiesSection,
} from '#engines/registry';
import { type Month, monthOfYear } from '#kernel/month';
import { monthOf, type PlainDate, yearOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';

/** What changed: whether a report is owed, or where the project counts, or both. */
export type Touched = { readonly duties: boolean; readonly groups: boolean };

/**
 * Tells the indicators, in the transaction of the change, what the project owes and where it counts from a day on.
 * Months before that day keep what they were lit by.
 */
export async function tellIndicators(
  city: City,
  projectId: ProjectId,
  { onDay, touched }: { readonly onDay: PlainDate; readonly touched: Touched },
): Promise<void> {
  const view = await getProject(city, projectId);
  if (touched.duties) await stateDuties(city, dutiesOf(view, onDay));
  if (!touched.groups) return;
  for (const [kind, groupIds] of Object.entries(groupsOf(city, view, yearOf(onDay)))) {
    await placeInGroups(city, kind, [{ subjectId: projectId, groupIds, fromOn: onDay }]);
  }
}

/** For each year entered, from the month of the change or the year's January, whichever is later. */
function dutiesOf(view: ProjectView, onDay: PlainDate): SubjectDuty[] {
  const year = yearOf(onDay);
  return view.entries
    .filter((entry) => entry.year >= year)
    .map((entry) => {
      const fromMonth: Month = entry.year === year ? monthOf(onDay) : monthOfYear(entry.year, 1);
      const subjectId = view.projectId;
      if (view.mergedInto) return owesNothing(subjectId, fromMonth, '已并入其他项目');
      const elsewhere = apartIn(view.apart, fromMonth);
      if (elsewhere) return owesNothing(subjectId, fromMonth, elsewhere);
      if (view.closed) return owesNothing(subjectId, fromMonth, view.stageName);
      const { category, plannedStart } = entry;
      const periodStart = view.detail?.periodStart ?? null;
      return yearDuty({ subjectId, year: entry.year, category, plannedStart, periodStart, fromMonth });
    });
}

function owesNothing(subjectId: string, fromMonth: Month, reason: string): SubjectDuty {
  return { subjectId, fromMonth, category: 'none', owes: false, reason };
}

/** Sums count a project in its first district, the year's lists, its lead departments and its category. */
function groupsOf({ pack }: City, view: ProjectView, year: number): Record<string, string[]> {
  const departments = new Set(
    sectionOf(pack, responsibilitiesSection).kinds.flatMap((kind) =>
      kind.holder === 'department' ? [kind.id] : [],
    ),
  );
  const leading = view.holders.filter((holder) => departments.has(holder.kind));
  const entry = view.entries.find((one) => one.year === year);
  const lists = view.memberships.filter((one) => one.year === year && one.toOn === null);
  return {
    district: view.districts.slice(0, 1).map((one) => one.orgId),
    department: [...new Set(leading.flatMap((holder) => holder.orgId ?? []))],
    category: entry ? [entry.category] : [],
    list: [...new Set(lists.map((one) => one.listId))],
  };
}
