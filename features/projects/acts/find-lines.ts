import type { City } from '#access';
import { standingReports } from '#engines/indicators';
import {
  listsSection,
  type OrgId,
  openListBook,
  type ProjectFilter,
  type ProjectId,
  type ProjectRow,
} from '#engines/registry';
import { isMonth, type Month, monthOfYear } from '#kernel/month';
import { monthOf, type PlainDate, yearOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import { packWords } from './city-words.ts';
import { type CityLights, lightDay, lightsOfCity } from './lights-of-city.ts';

/** What a reader asked to see, as it comes in through a route. */
export type LineFilter = {
  readonly text?: string | undefined;
  readonly district?: string | undefined;
  readonly holder?: string | undefined;
  readonly list?: string | undefined;
  readonly year?: number | undefined;
  readonly category?: ProjectRow['category'] | undefined;
  readonly stages?: readonly string[] | undefined;
  readonly light?: 'green' | 'yellow' | 'red' | 'grey' | undefined;
  readonly asOf?: PlainDate | undefined;
  readonly own?: boolean | undefined;
};

export type Asked = { readonly filter: ProjectFilter; readonly lights: CityLights };

/** Lights are looked up first: a filter by light becomes one by projects. */
export async function readFilter(city: City, asked: LineFilter): Promise<Asked> {
  const { text, district, holder, list, year, category, stages, light, own } = asked;
  const lights = await lightsOfCity(city, lightDay(city, year, asked.asOf));
  const listId = list && openListBook(sectionOf(city.pack, listsSection)).named(list).id;
  return {
    lights,
    filter: {
      ...(text?.trim() ? { text } : {}),
      ...(district ? { district: district as OrgId } : {}),
      ...(holder ? { holder: holder as OrgId } : {}),
      ...(listId ? { list: listId } : {}),
      ...(year === undefined ? {} : { year }),
      ...(category ? { category } : {}),
      ...(stages && stages.length > 0 ? { stages } : {}),
      ...(light ? { among: lights.idsOf(light) as ProjectId[] } : {}),
      ...(own ? { ownOnly: true } : {}),
    },
  };
}

export type Line = Awaited<ReturnType<typeof lineRows>>[number];

/** Rows of the library with the light of the day and what was done this year by then. */
export async function lineRows(city: City, rows: readonly ProjectRow[], { lights, filter }: Asked) {
  const words = packWords(city);
  const done = await doneInYear(city, rows, lights, filter.year);
  return rows.map((row) => {
    const { projectId, number, name, districts, category, leadDepts, totalFen, withinScope } = row;
    const lit = lights.of(projectId);
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
      light: lit?.overall ?? null,
      apart: lit ? null : (lights.apart(projectId) ?? null),
      withinScope,
      merged: row.mergedInto !== null,
    };
  });
}

/**
 * Done this year up to the month of the lights: what the evaluation knew. Of projects without a light the latest
 * report up to then. A project that did not report the month has no figure, and says so by its grey light.
 */
async function doneInYear(
  city: City,
  rows: readonly ProjectRow[],
  lights: CityLights,
  asked: number | undefined,
): Promise<Map<string, bigint>> {
  const year = asked ?? yearOf(lights.asOf);
  const last = lastMonth(year, lights);
  const unlit = rows.filter((row) => row.withinScope && !isLitIn(lights, row.projectId, year));
  const subjectIds = unlit.map((row) => row.projectId);
  const reports =
    unlit.length > 0 && last
      ? await standingReports(city, { first: monthOfYear(year, 1), last, subjectIds })
      : [];
  const done = new Map<string, bigint>();
  for (const report of reports) if (report.cumFen !== null) done.set(report.subjectId, report.cumFen);
  for (const { projectId } of rows) {
    const fen = isLitIn(lights, projectId, year) ? lights.of(projectId)?.inputs?.actualToMonthFen : null;
    if (fen !== null && fen !== undefined) done.set(projectId, fen);
  }
  return done;
}

function isLitIn(lights: CityLights, projectId: string, year: number): boolean {
  return lights.month?.startsWith(`${year}-`) === true && lights.of(projectId) !== undefined;
}

function lastMonth(year: number, { month, asOf }: CityLights): Month | undefined {
  const of = month ?? monthOf(asOf);
  if (!isMonth(of)) return undefined;
  const inYear = Number(of.slice(0, 4));
  if (inYear === year) return of;
  return inYear > year ? monthOfYear(year, 12) : undefined;
}
