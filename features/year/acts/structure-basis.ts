import type { City } from '#access';
import {
  dutiesIn,
  lightHistoryOf,
  planVersionsOf,
  type Report,
  reportsOf,
  shownMonth,
} from '#engines/indicators';
import {
  apartIn,
  getProject,
  type ProjectId,
  type ProjectView,
  responsibilitiesSection,
} from '#engines/registry';
import { addToMonth, type Month, yearOfMonth } from '#kernel/month';
import { monthOf } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import type { Amounts } from '../domain/amounts.ts';
import { ensureFit, ensureVerified, firstOpenMonth, type Standing } from '../domain/restructure.ts';

/** A project with everything a restructuring from a month on must carry over. */
export type Basis = {
  readonly view: ProjectView;
  readonly standing: Standing;
  readonly amounts: Amounts;
  /** The latest verified report of the year before the month. */
  readonly report: Report | undefined;
  readonly latestReported: Month | undefined;
};

/** The latest month whose lights stand, of the city or of one of these projects: none up to it is touched. */
async function latestLitOf(city: City, ids: readonly ProjectId[]): Promise<Month | undefined> {
  const months: Month[] = [];
  const shown = await shownMonth(city);
  if (shown) months.push(shown.month);
  for (const id of ids) {
    const lit = (await lightHistoryOf(city, id, city.today)).find(({ overall }) => overall !== null);
    if (lit) months.push(lit.month);
  }
  return months.toSorted().at(-1);
}

export async function monthRoom(city: City, ids: readonly ProjectId[]) {
  const room = { latestLit: await latestLitOf(city, ids), thisMonth: monthOf(city.today) };
  return { ...room, first: firstOpenMonth(room) };
}

export async function basisOf(city: City, view: ProjectView, fromMonth: Month): Promise<Basis> {
  const year = yearOfMonth(fromMonth);
  const { projectId, detail, holders } = view;
  ensure(view.withinScope && detail, 'project.outside_scope', { name: view.card.name });
  const entry = view.entries.find((one) => one.year === year);
  const versions = await planVersionsOf(city, projectId, year);
  const latest = versions.at(-1);
  const plan = latest?.kind === 'withdrawal' ? undefined : latest;
  const reports = (await reportsOf(city, projectId, year)).filter(
    ({ withdrawn, supersededBy }) => !withdrawn && supersededBy === null,
  );
  const report = reports.findLast(
    (one) => one.standing === 'verified' && one.month < fromMonth && one.cumFen !== null,
  );
  const departmentKinds = new Set(
    sectionOf(city.pack, responsibilitiesSection).kinds.flatMap((kind) =>
      kind.holder === 'department' ? [kind.id] : [],
    ),
  );
  const departments = holders.filter((one) => departmentKinds.has(one.kind));
  const standing: Standing = {
    name: view.card.name,
    ...{ stageName: view.stageName, closed: view.closed, inYear: entry !== undefined, year },
    apart: apartIn(view.apart, fromMonth),
    districtId: view.districts[0]?.orgId ?? null,
    departmentIds: [...new Set(departments.map((one) => one.orgId ?? one.name))],
    category: entry?.category ?? null,
    lists: view.memberships
      .filter((one) => one.year === year && one.toOn === null)
      .map(({ listId }) => listId),
  };
  ensureFit(standing);
  return {
    ...{ view, standing, report },
    latestReported: reports
      .map(({ month }) => month)
      .toSorted()
      .at(-1),
    amounts: {
      totalFen: fenOf(entry?.totalFen ?? detail.totalFen),
      doneBeforeFen: fenOf(entry?.doneBeforeFen),
      planYearFen: plan?.totalFen ?? null,
      monthsFen: plan?.monthsFen ?? Array<null>(12).fill(null),
      reportedFen: report?.cumFen ?? null,
    },
  };
}

/** What a coordinator sees before dividing a project. */
export async function readBasis(city: City, id: ProjectId) {
  const view = await getProject(city, id);
  const { first } = await monthRoom(city, [id]);
  const { latestReported } = await basisOf(city, view, first);
  const fromMonth = latestReported && latestReported >= first ? addToMonth(latestReported, 1) : first;
  const basis = await basisOf(city, view, fromMonth);
  await ensureMonthVerified(city, [basis], fromMonth);
  const { amounts, report, standing } = basis;
  return {
    ...{ projectId: id, number: view.number, name: view.card.name },
    ...{ fromMonth, year: yearOfMonth(fromMonth), reportedMonth: report?.month ?? null },
    ...{ district: view.districts[0]?.name ?? null, category: standing.category },
    ...amounts,
  };
}

/** Refused where what was done up to the month is not settled yet. */
export async function ensureMonthVerified(
  city: City,
  bases: readonly Basis[],
  fromMonth: Month,
): Promise<void> {
  const month = monthBefore(fromMonth);
  const duties = month ? await dutiesIn(city, month) : [];
  const owing = new Set(duties.filter(({ owes }) => owes).map(({ subjectId }) => subjectId as string));
  for (const { view, report } of bases) {
    const owed = owing.has(view.projectId);
    ensureVerified({ name: view.card.name, month, owed, verifiedMonth: report?.month });
  }
}

export function monthBefore(fromMonth: Month): Month | undefined {
  const before = addToMonth(fromMonth, -1);
  return yearOfMonth(before) === yearOfMonth(fromMonth) ? before : undefined;
}

function fenOf(text: string | null | undefined): bigint | null {
  return text === null || text === undefined ? null : BigInt(text);
}
