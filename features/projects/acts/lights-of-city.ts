import type { City } from '#access';
import { type LightsOn, lightsOn, type SubjectLight } from '#engines/indicators';
import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import { type PlainDate, plainDate, yearOf } from '#kernel/plain-date';

export type CityLights = {
  readonly asOf: PlainDate;
  readonly month: Month | undefined;
  readonly of: (projectId: string) => SubjectLight | undefined;
  /** Why a project has no light. */
  readonly apart: (projectId: string) => string | undefined;
  readonly idsOf: (light: Light) => string[];
};

/** The lights of all projects as they stood on a day, by project. */
export async function lightsOfCity(city: City, asOf: PlainDate): Promise<CityLights> {
  const lights: LightsOn = await lightsOn(city, asOf);
  const byId = new Map(lights.projects.map((one) => [one.subjectId, one]));
  const apart = new Map(lights.apart.map((one) => [one.subjectId, one.reason ?? '不报月报']));
  return {
    asOf,
    month: lights.month,
    of: (id) => byId.get(id),
    apart: (id) => apart.get(id),
    idsOf: (light) => lights.projects.filter((one) => one.overall === light).map((one) => one.subjectId),
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
