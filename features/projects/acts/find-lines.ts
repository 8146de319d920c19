import type { City } from '#access';
import { standingReports } from '#engines/indicators';
import {
  apartIn,
  listsSection,
  type OrgId,
  openListBook,
  type ProjectFilter,
  type ProjectRow,
  stagesSection,
} from '#engines/registry';
import { type Month, monthOfYear, yearOfMonth } from '#kernel/month';
import { monthOf, type PlainDate, yearOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import { packWords } from './city-words.ts';
import { type CityLights, lightDay, lightsOfCity, lightsOfFew } from './lights-of-city.ts';

/** What a reader asked to see, as it comes in through a route. */
export type LineFilter = {
  readonly text?: string | undefined;
  readonly district?: string | undefined;
  readonly leading?: boolean | undefined;
  readonly holder?: string | undefined;
  readonly list?: string | undefined;
  readonly year?: number | undefined;
  readonly category?: ProjectRow['category'] | undefined;
  readonly stages?: readonly string[] | undefined;
  readonly light?: 'green' | 'yellow' | 'red' | 'grey' | undefined;
  readonly lacks?: 'plan' | 'report' | undefined;
  readonly asOf?: PlainDate | undefined;
  readonly own?: boolean | undefined;
};

export type Asked = {
  readonly filter: ProjectFilter;
  readonly asOf: PlainDate;
  /** The lights of the rows given, of the day asked. */
  readonly lightsOf: (rows: readonly ProjectRow[]) => Promise<CityLights>;
  readonly wholeCity: () => Promise<CityLights>;
};

const few = 1000;

/** A filter by light becomes one by projects. Lights of the whole city are only read where a page's will not do. */
export async function readFilter(city: City, asked: LineFilter): Promise<Asked> {
  const { text, district, leading, holder, list, year, category, stages, light, lacks, own } = asked;
  const asOf = lightDay(city, year, asked.asOf);
  let all: Promise<CityLights> | undefined;
  const wholeCity = () => {
    all ??= lightsOfCity(city, asOf);
    return all;
  };
  const lightsOf = async (rows: readonly ProjectRow[]) => {
    if (all || asOf !== city.today || rows.length > few) return await wholeCity();
    const lights = await lightsOfFew(
      city,
      rows.map((row) => row.projectId),
    );
    return lights.month ? lights : await wholeCity();
  };
  const listId = list && openListBook(sectionOf(city.pack, listsSection)).named(list).id;
  const among =
    (light || lacks) &&
    (await wholeCity()).idsWhere(
      (one) => (!light || one.overall === light) && (!lacks || one.lacks.includes(lacks)),
    );
  const filter = {
    ...(text?.trim() ? { text } : {}),
    ...(district ? { district: district as OrgId, leading: leading ?? false } : {}),
    ...(holder ? { holder: holder as OrgId } : {}),
    ...(listId ? { list: listId } : {}),
    ...(year === undefined ? {} : { year }),
    ...(category ? { category } : {}),
    ...(stages && stages.length > 0 ? { stages } : {}),
    ...(among ? { among } : {}),
    ...(own ? { ownOnly: true } : {}),
  };
  return { filter, asOf, lightsOf, wholeCity };
}

export type Line = Awaited<ReturnType<typeof lineRows>>[number];

/** Rows of the library with the light of the day and what was done this year by then. */
export async function lineRows(
  city: City,
  rows: readonly ProjectRow[],
  lights: CityLights,
  year: number = yearOf(lights.asOf),
) {
  const words = packWords(city);
  const stages = new Map(sectionOf(city.pack, stagesSection).stages.map((stage) => [stage.id, stage]));
  const month = lights.month ?? monthOf(lights.asOf);
  const done = await doneInYear(city, rows, lights, year);
  return rows.map((row) => {
    const { projectId, number, name, districts, category, leadDepts, totalFen, withinScope } = row;
    const light = lights.of(projectId)?.overall ?? null;
    return {
      projectId,
      number,
      name,
      districts: districts.map(({ orgId, name: of }) => ({ orgId, name: of })),
      category,
      stage: { id: row.stage, name: words.stage(row.stage) },
      lists: row.lists.map((id) => ({ id, name: words.list(id) })),
      leadDepts: [...leadDepts],
      totalFen,
      planYearFen: row.planYearFen,
      cumFen: withinScope ? (done.get(projectId) ?? null) : null,
      light,
      apart: light
        ? null
        : whyNoLight(row, month, stages.get(row.stage)?.closed ? words.stage(row.stage) : null),
      countsNot: apartIn(row.apart, month) ?? null,
      withinScope,
      merged: row.mergedInto !== null,
    };
  });
}

/** Owes no report: merged, counted elsewhere, completed, paused, ended, or in preparation. */
function whyNoLight(
  { mergedInto, apart, category }: ProjectRow,
  month: Month,
  closedAs: string | null,
): string | null {
  if (mergedInto) return '已并入';
  const elsewhere = apartIn(apart, month);
  if (elsewhere) return elsewhere;
  return closedAs ?? (category === '前期' ? category : null);
}

/**
 * Done this year up to the month of the lights: what the evaluation knew. Of projects without a light the latest
 * report up to then. A project that did not report the month has no figure, and says so by its grey light.
 */
async function doneInYear(
  city: City,
  rows: readonly ProjectRow[],
  lights: CityLights,
  year: number,
): Promise<Map<string, bigint>> {
  const inYear = lights.month !== undefined && yearOfMonth(lights.month) === year;
  const litOf = (id: string) => (inYear ? lights.of(id) : undefined);
  const unlit = rows.filter((row) => row.withinScope && !litOf(row.projectId));
  const last = lastMonth(year, lights.month ?? monthOf(lights.asOf));
  const verified = { standing: 'verified' as const };
  const span = last && {
    ...verified,
    first: monthOfYear(year, 1),
    last,
    subjectIds: unlit.map((row) => row.projectId),
  };
  const reports = span && unlit.length > 0 ? await standingReports(city, span) : [];
  const done = new Map<string, bigint>();
  for (const report of reports) if (report.cumFen !== null) done.set(report.subjectId, report.cumFen);
  for (const { projectId } of rows) {
    const fen = litOf(projectId)?.doneFen;
    if (fen !== null && fen !== undefined) done.set(projectId, fen);
  }
  return done;
}

/** The month of the lights where it lies in the year, December of a year before it, none of a year to come. */
function lastMonth(year: number, month: Month): Month | undefined {
  if (yearOfMonth(month) === year) return month;
  return yearOfMonth(month) > year ? monthOfYear(year, 12) : undefined;
}
