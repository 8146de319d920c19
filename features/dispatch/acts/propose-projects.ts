import type { City } from '#access';
import { whyEach } from '#engines/indicators';
import { listsByProject, projectIndex, responsibilitiesSection } from '#engines/registry';
import { type Light, lightNames } from '#kernel/light';
import { addToMonth, type Month, monthNumber, yearOfMonth } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { rational, toDecimalText } from '#kernel/rational';
import { sectionOf } from '#pack';
import { byShortfall, isNewlyRed, isWorseTwice, type ProjectCourse } from '../domain/agenda.ts';
import type { Cadence } from '../domain/cadence.ts';
import { openScope } from '../domain/scope.ts';
import { emptySheet, type Sheet } from '../domain/sheet.ts';
import { type CourseRow, readCourses, readSheetProjects, type SheetProject } from '../store/course.ts';
import { blockingOf, mattersOpenOn } from './blocking-matters.ts';

/** A project that changed for the worse, the reasons to speak of it first. */
export type ProjectCase = {
  readonly course: ProjectCourse;
  readonly newlyRed: boolean;
  readonly worse: boolean;
};

export type Courses = {
  readonly month: Month;
  readonly months: readonly Month[];
  readonly rows: ReadonlyMap<string, readonly (CourseRow | undefined)[]>;
};

/** The month shown on a day and the two before it, of every project in the cadence's scope. */
export async function coursesOf(
  city: City,
  cadence: Pick<Cadence, 'scope'>,
  about: { readonly month: Month; readonly asOf: PlainDate; readonly departments: readonly string[] },
): Promise<Courses> {
  const { month, asOf, departments } = about;
  const months = [month, addToMonth(month, -1), addToMonth(month, -2)];
  const inScope = await projectsInScope(city, cadence, { year: yearOfMonth(month), asOf, departments });
  const rows = new Map<string, (CourseRow | undefined)[]>();
  for (const row of await readCourses(city.tx, months, asOf)) {
    if (!inScope.has(row.projectId)) continue;
    const known = rows.get(row.projectId) ?? [undefined, undefined, undefined];
    known[months.indexOf(row.month)] = row;
    rows.set(row.projectId, known);
  }
  return { month, months, rows };
}

async function projectsInScope(
  city: City,
  { scope }: Pick<Cadence, 'scope'>,
  about: { readonly year: number; readonly asOf: PlainDate; readonly departments: readonly string[] },
): Promise<Set<string>> {
  const { year, asOf, departments } = about;
  const projects = await projectIndex(city, year);
  const lists = scope ? await listsByProject(city, year, asOf) : new Map<string, string[]>();
  const asks = openScope(scope);
  const led = projects.filter(
    (one) => departments.length === 0 || one.departments.some((id) => departments.includes(id)),
  );
  const met = led.filter(({ projectId, stage, category, totalFen, districts }) =>
    asks({
      ...{ stage, category, totalFen, lists: lists.get(projectId) ?? [] },
      districtCount: districts.length,
    }),
  );
  return new Set(met.map(({ projectId }) => projectId));
}

export function casesOf({ rows }: Courses): ProjectCase[] {
  return [...rows]
    .map(([projectId, of]) => ({
      projectId,
      lights: of.map((row) => row?.overall ?? null),
      figures: of.map((row) =>
        row?.planFen && row.actualFen
          ? { planFen: BigInt(row.planFen), actualFen: BigInt(row.actualFen) }
          : null,
      ),
    }))
    .sort(byShortfall)
    .map((course) => ({ course, newlyRed: isNewlyRed(course), worse: isWorseTwice(course) }));
}

export type ProjectSheet = { readonly project: SheetProject; readonly sheet: Sheet };

/** The sheets of a few projects: light and why, course, cause, what blocks and whose clock runs, who answers. */
export async function projectSheets(
  city: City,
  courses: Courses,
  projectIds: readonly string[],
  asOf: PlainDate,
): Promise<Map<string, ProjectSheet>> {
  const { month, rows } = courses;
  const evaluationIds = projectIds.flatMap((id) => rows.get(id)?.[0]?.evaluationId ?? []);
  const projects = await readSheetProjects(city.tx, projectIds, { month, evaluationIds });
  const judged = [...projects.values()].flatMap(({ projectId, evaluation }) =>
    evaluation ? [{ projectId, evaluation }] : [],
  );
  const sentences = await whyEach(
    city,
    judged.map(({ evaluation }) => evaluation),
  );
  const why = new Map(judged.map(({ projectId }, at) => [projectId, sentences[at] ?? []]));
  const matters = Map.groupBy(await mattersOpenOn(city, asOf, { projectIds }), ({ projectId }) => projectId);
  const kinds = new Map(
    sectionOf(city.pack, responsibilitiesSection).kinds.map((kind) => [kind.id, kind.name]),
  );
  const sheets = new Map<string, ProjectSheet>();
  for (const [projectId, project] of projects) {
    const [now, before] = rows.get(projectId) ?? [];
    const light = now?.overall
      ? {
          ...{ month, overall: now.overall, before: before?.overall ?? null },
          why: deciding(why.get(projectId) ?? [], now.overall),
        }
      : null;
    sheets.set(projectId, {
      project,
      sheet: {
        ...{ ...emptySheet, title: project.name, district: project.district, light },
        ...{ planFen: now?.planFen ?? null, actualFen: now?.actualFen ?? null, completion: shareOf(now) },
        earlier: (rows.get(projectId) ?? [])
          .slice(1)
          .flatMap((row) =>
            row && shareOf(row) ? [{ month: row.month, completion: shareOf(row) ?? '' }] : [],
          )
          .reverse(),
        cause: project.cause,
        matters: await blockingOf(city, matters.get(projectId as never) ?? [], asOf),
        responsible: project.owners.map(({ kind, name }) => ({ kind: kinds.get(kind) ?? kind, name })),
      },
    });
  }
  return sheets;
}

/** The sentence of the first dimension that gave the whole its light. */
function deciding(sentences: readonly string[], light: Light): string | null {
  return (
    sentences.find((one) => new RegExp(`${lightNames[light]}灯(。|（|，)`).test(one)) ?? sentences[0] ?? null
  );
}

function shareOf(row: CourseRow | undefined): string | null {
  if (!row?.planFen || !row.actualFen || row.planFen === '0') return null;
  return `${toDecimalText(rational(BigInt(row.actualFen) * 100n, BigInt(row.planFen)), 1)}%`;
}

export function reasonsOf(
  { newlyRed, worse, course }: ProjectCase,
  { earlier, completion }: Sheet,
  month: Month,
) {
  const was = course.lights[1];
  const before = was ? `${monthNumber(addToMonth(month, -1))}月${lightNames[was]}灯` : '上月没有亮灯';
  const shares = [
    ...earlier.map((one) => `${monthNumber(one.month)}月 ${one.completion}`),
    `${monthNumber(month)}月 ${completion}`,
  ];
  return [
    ...(newlyRed ? [`新转红灯：${before}，${monthNumber(month)}月红灯`] : []),
    ...(worse ? [`累计完成率连续两月下降：${shares.join('，')}`] : []),
  ];
}
