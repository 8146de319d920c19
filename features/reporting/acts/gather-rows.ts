import type { City } from '#access';
import {
  type ChainRow,
  chainRows,
  contradictionsOf,
  contradictionTexts,
  type Draft,
  draftsOf,
  dutiesAmong,
  firstStep,
  foldSteps,
  owingSubjects,
  type Period,
  type Report,
  type ReportFacts,
  reportingRulesOf,
  type StandingDuty,
  type StepEntry,
  standingReports,
  stepsOf,
  subjectHolders,
} from '#engines/indicators';
import { type IndexedProject, projectIndex } from '#engines/registry';
import { type Month, monthOfYear, yearOfMonth } from '#kernel/month';

/** One project in one period, with everything its row is shown and judged by. */
export type GatheredRow = {
  readonly project: IndexedProject;
  readonly duty: StandingDuty | undefined;
  readonly holders: readonly string[];
  readonly state: string;
  readonly version: number;
  readonly row: ChainRow | undefined;
  readonly draft: Draft | undefined;
  readonly reported: Report | undefined;
  readonly verified: Report | undefined;
  readonly told: ReturnType<typeof foldSteps>;
  readonly entries: readonly StepEntry[];
  /** What earlier months of the year came to: verified where they are, else as reported. */
  readonly earlier: readonly { readonly month: Month; readonly cumFen: bigint }[];
  /** The latest earlier report of the year, as verified or else as reported. */
  readonly before: Report | undefined;
};

/** The rows of some projects, in the order of their numbers; projects on no list of the year have none. */
export async function gatherRows(city: City, month: Month, ids: readonly string[]): Promise<GatheredRow[]> {
  if (ids.length === 0) return [];
  const year = yearOfMonth(month);
  const span = { first: monthOfYear(year, 1), last: month, subjectIds: ids };
  const projects = await projectIndex(city, year, ids);
  const duties = byId(await dutiesAmong(city, month, ids));
  const holders = await subjectHolders(city, ids);
  const rows = byId(await chainRows(city, month, ids));
  const drafts = byId(await draftsOf(city, month, ids));
  const reported = bySubject(await standingReports(city, span));
  const verified = bySubject(await standingReports(city, { ...span, standing: 'verified' }));
  const entries = bySubject(await stepsOf(city, month, ids));
  const first = firstStep(reportingRulesOf(city).steps);
  return projects.map((project) => {
    const id: string = project.projectId;
    const own = { reported: reported.get(id) ?? [], verified: verified.get(id) ?? [] };
    const row = rows.get(id);
    const log = entries.get(id) ?? [];
    return {
      ...{ project, duty: duties.get(id), holders: holders.get(id) ?? [], row, draft: drafts.get(id) },
      ...{ state: row?.state ?? first, version: row?.version ?? 0, told: foldSteps(log), entries: log },
      reported: own.reported.find((one) => one.month === month),
      verified: own.verified.find((one) => one.month === month),
      earlier: earlierMonths(month, own),
      before: latestBefore(month, own),
    };
  });
}

function earlierMonths(
  month: Month,
  own: { readonly reported: readonly Report[]; readonly verified: readonly Report[] },
): GatheredRow['earlier'] {
  const counted = new Map<Month, bigint>();
  for (const one of [...own.reported, ...own.verified]) {
    if (one.month < month && one.cumFen !== null) counted.set(one.month, one.cumFen);
  }
  return [...counted].map(([earlier, cumFen]) => ({ month: earlier, cumFen }));
}

function latestBefore(
  month: Month,
  own: { readonly reported: readonly Report[]; readonly verified: readonly Report[] },
): Report | undefined {
  return [...own.verified, ...own.reported]
    .filter((one) => one.month < month)
    .toSorted((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0))[0];
}

/** What figures say against themselves, earlier months or the project. */
export function contradictionLines(city: City, month: Month, one: GatheredRow, facts: ReportFacts) {
  const { project, duty, earlier } = one;
  const found = contradictionsOf(month, facts, {
    earlier,
    ...{ totalFen: project.totalFen, doneBeforeFen: project.doneBeforeFen },
    ...{ category: duty?.category ?? null, receivedOn: city.today, asksStartDate: true },
  });
  return found.map(({ code, about }) => ({ code, about, text: contradictionTexts[code] }));
}

/** What of a month's rows is the reader's business: the whole city, or what its roles hold. */
export async function rowsInScope(city: City, { month }: Period, holder?: string): Promise<string[]> {
  const { reach, holders } = city.actor;
  const own = reach === 'holders' ? holders : undefined;
  const owing = await owingSubjects(city, month, holder ? [holder] : own);
  const ids = owing.map(({ subjectId }) => subjectId);
  if (!holder || !own) return ids;
  const mine = new Set((await owingSubjects(city, month, own)).map(({ subjectId }) => subjectId));
  return ids.filter((id) => mine.has(id));
}

function byId<T extends { readonly subjectId: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.subjectId, row]));
}

function bySubject<T extends { readonly subjectId: string }>(rows: readonly T[]): Map<string, T[]> {
  return Map.groupBy(rows, ({ subjectId }) => subjectId);
}
