import type { City } from '#access';
import {
  type LightsOn,
  lightsOn,
  planToMonth,
  planVersionsIn,
  type Report,
  reportsOf,
  ruleSetOn,
  type SubjectLight,
  standingReports,
} from '#engines/indicators';
import { listAsOf, listSummaries, projectIndex } from '#engines/registry';
import { addToMonth, firstDayOf, lastDayOf, type Month, yearOfMonth } from '#kernel/month';
import { addDays, type PlainDate } from '#kernel/plain-date';
import type { FenDigits, FigureRow } from '../domain/figures.ts';
import { words } from '../texts.ts';

export type MonthLights = {
  readonly month: Month;
  /** The day of its last evaluation: what came in later is not in it. */
  readonly evaluatedOn: PlainDate;
  readonly lights: LightsOn;
  readonly ruleSet: Awaited<ReturnType<typeof ruleSetOn>>;
};

/** The last day, up to today, on which a month is the latest to be evaluated. */
export async function lastDayAsLatest(city: City, month: Month): Promise<PlainDate> {
  const { rules } = await ruleSetOn(city, firstDayOf(addToMonth(month, 1)));
  const nextEvaluation = addDays(firstDayOf(addToMonth(month, 2)), rules.evaluationDay - 1);
  const lastDay = addDays(nextEvaluation, -1);
  return [lastDay, city.today].toSorted()[0] ?? lastDay;
}

/** The lights of a month as they stood on that day; undefined where it never was evaluated. */
export async function lightsOfMonth(city: City, month: Month): Promise<MonthLights | undefined> {
  const asOf = await lastDayAsLatest(city, month);
  const lights = await lightsOn(city, asOf);
  if (lights.month !== month || lights.projects.length === 0) return undefined;
  const evaluatedOn =
    lights.projects
      .map((one) => one.evaluatedOn)
      .toSorted()
      .at(-1) ?? asOf;
  return { month, evaluatedOn, lights, ruleSet: await ruleSetOn(city, asOf) };
}

/** Every project with a light that month, with what it was made from. */
export async function monthRows(city: City, { month, lights, ruleSet }: MonthLights): Promise<FigureRow[]> {
  const index = new Map((await projectIndex(city)).map((one) => [one.projectId as string, one]));
  const districtOf = new Map(
    lights.groups.flatMap(({ groupId, subjectIds }) =>
      subjectIds.map((id) => [id as string, groupId] as const),
    ),
  );
  const lists = await listsOf(city, month);
  const reports = await reportsUsed(city, month, lights.projects);
  const originals = await originalPlans(city, month, lights.projects);
  const dimensions = ruleSet.rules.dimensions.map(({ id, name }) => ({ id, name }));
  return lights.projects.flatMap((light) => {
    const project = index.get(light.subjectId);
    const { inputs } = light;
    if (!inputs) return [];
    const report = reports.get(light.subjectId);
    const districtId = districtOf.get(light.subjectId) ?? null;
    const district = project?.districts.find(({ orgId }) => orgId === districtId);
    const isRed = light.overall === 'red';
    return [
      {
        ...{ projectId: light.subjectId, number: project?.number ?? '', name: project?.name ?? words.gone },
        ...{ districtId, district: district?.name ?? words.noDistrict },
        ...{ category: inputs.category, lists: lists.get(light.subjectId) ?? [] },
        ...{ light: light.overall, before: null, evaluationId: light.evaluationId },
        planFen: digits(inputs.planToMonthFen),
        planYearFen: digits(inputs.planYearFen),
        actualFen: digits(inputs.actualToMonthFen),
        reportId: report?.reportId ?? null,
        reportNumber: inputs.reportNumber,
        problem: (isRed && (report?.problem?.trim() || report?.matter?.trim())) || null,
        why: isRed ? deciding(light, dimensions) : null,
        ...originals.get(light.subjectId),
      },
    ];
  });
}

/** The first approved plan of each project that was lit by a later version. */
async function originalPlans(
  city: City,
  month: Month,
  lights: readonly SubjectLight[],
): Promise<Map<string, Pick<FigureRow, 'original'>>> {
  const later = new Map(
    lights.flatMap(({ subjectId, inputs }) =>
      (inputs?.planNumber ?? 0) > 1 ? [[subjectId as string, inputs?.planNumber ?? 0] as const] : [],
    ),
  );
  const versions = await planVersionsIn(city, yearOfMonth(month), [...later.keys()]);
  const found = new Map<string, Pick<FigureRow, 'original'>>();
  for (const [subjectId, number] of later) {
    const own = versions.get(subjectId) ?? [];
    const used = own.find((one) => one.number === number);
    const first = own.find((one) => one.kind === 'baseline');
    if (!first || used?.kind !== 'revision') continue;
    const planFen = digits(planToMonth(first.monthsFen, month));
    found.set(subjectId, { original: { planFen, planYearFen: digits(first.totalFen) } });
  }
  return found;
}

function digits(fen: bigint | null): FenDigits | null {
  return fen === null ? null : `${fen}`;
}

/** The sentence of the first dimension that is red. */
function deciding(
  light: SubjectLight,
  dimensions: readonly { readonly id: string; readonly name: string }[],
): string | null {
  const red = dimensions.find(({ id }) => light.dimensions[id] === 'red');
  return light.why.find((sentence) => sentence.startsWith(`${red?.name}：`)) ?? null;
}

async function listsOf(city: City, month: Month): Promise<Map<string, string[]>> {
  const [year, asOf] = [yearOfMonth(month), lastDayOf(month)];
  const lists = new Map<string, string[]>();
  for (const { list } of await listSummaries(city, year, asOf)) {
    for (const { projectId } of await listAsOf(city, { list: list.id, year, asOf }))
      lists.set(projectId, [...(lists.get(projectId) ?? []), list.id]);
  }
  return lists;
}

/** The very report each light was made from: what was corrected since is not it. */
async function reportsUsed(
  city: City,
  month: Month,
  lights: readonly SubjectLight[],
): Promise<Map<string, Report>> {
  const latest = await standingReports(city, { first: month, last: month, standing: 'verified' });
  const used = new Map(latest.map((report) => [report.subjectId as string, report]));
  for (const { subjectId, inputs } of lights) {
    const number = inputs?.reportNumber ?? null;
    if (used.get(subjectId)?.number === (number ?? undefined)) continue;
    used.delete(subjectId);
    if (number === null) continue;
    const all = await reportsOf(city, subjectId, yearOfMonth(month));
    const report = all.find(
      (one) => one.month === month && one.standing === 'verified' && one.number === number,
    );
    if (report) used.set(subjectId, report);
  }
  return used;
}
