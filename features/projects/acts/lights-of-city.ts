import type { City } from '#access';
import { lightsOn, shownLights } from '#engines/indicators';
import type { ProjectId } from '#engines/registry';
import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import { type PlainDate, plainDate, yearOf } from '#kernel/plain-date';

/** A light with what its evaluation knew; undefined: outside the reader's scope. */
export type Lit = {
  readonly overall: Light;
  readonly doneFen: bigint | null | undefined;
  readonly started: boolean | undefined;
  readonly entered: boolean | null | undefined;
  /** Made without a plan, or without a report for the month. */
  readonly lacks: readonly ('plan' | 'report')[];
};

export type CityLights = {
  readonly asOf: PlainDate;
  /** The month whose evaluation stood on that day. */
  readonly month: Month | undefined;
  readonly of: (projectId: string) => Lit | undefined;
  readonly idsWhere: (wanted: (lit: Lit) => boolean) => ProjectId[];
};

/** The lights of all projects as they stood on a day. */
export async function lightsOfCity(city: City, asOf: PlainDate): Promise<CityLights> {
  const { month, projects } = await lightsOn(city, asOf);
  return lightsIn(
    asOf,
    month,
    projects.map(({ subjectId, overall, inputs }) => [
      subjectId,
      {
        ...{ overall, doneFen: inputs?.actualToMonthFen, started: inputs?.started, entered: inputs?.entered },
        lacks: lacksOf(inputs),
      },
    ]),
  );
}

/** The lights of a few projects as they stand now: what a page of the list needs. */
export async function lightsOfFew(city: City, projectIds: readonly string[]): Promise<CityLights> {
  const { month, lights } = await shownLights(city, projectIds);
  const lit = lights.flatMap(({ subjectId, overall, inputs }): [string, Lit][] => {
    if (overall === null) return [];
    const { actualToMonthFen: doneFen, started, entered } = inputs ?? {};
    return [[subjectId, { overall, doneFen, started, entered, lacks: lacksOf(inputs) }]];
  });
  return lightsIn(city.today, month, lit);
}

type Known = { readonly planToMonthFen: unknown; readonly reportNumber: unknown };

function lacksOf(inputs: Known | undefined): Lit['lacks'] {
  const plan = inputs?.planToMonthFen === null ? (['plan'] as const) : [];
  return [...plan, ...(inputs?.reportNumber === null ? (['report'] as const) : [])];
}

function lightsIn(
  asOf: PlainDate,
  month: Month | undefined,
  lit: readonly (readonly [string, Lit])[],
): CityLights {
  const byId = new Map(lit);
  return {
    asOf,
    month,
    of: (id) => byId.get(id),
    idsWhere: (wanted) => lit.flatMap(([id, one]) => (wanted(one) ? [id as ProjectId] : [])),
  };
}

/** Of a past year the lights of its December, which are known by the end of January. */
export function lightDay(city: City, year: number | undefined, asked?: PlainDate): PlainDate {
  if (asked) return asked;
  if (year === undefined || year >= yearOf(city.today)) return city.today;
  const late = plainDate(`${year + 1}-01-31`);
  if (late >= city.today) return city.today;
  return late;
}
