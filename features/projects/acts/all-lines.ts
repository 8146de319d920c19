import type { City } from '#access';
import { findProjects, type ProjectPage } from '#engines/registry';
import { type Asked, type Line, lineRows } from './find-lines.ts';
import type { CityLights } from './lights-of-city.ts';

const atOnce = 1000;

/** Every line that matches, page by page, so that no more than a page is held. */
export async function* allLines(
  city: City,
  { filter }: Asked,
  lights: CityLights,
  order: Pick<ProjectPage, 'sort' | 'descending'> = {},
): AsyncGenerator<Line> {
  for (let page = 1; ; page += 1) {
    const rows = await findProjects(city, filter, { ...order, page, size: atOnce });
    yield* await lineRows(city, rows, lights, filter.year);
    if (rows.length < atOnce) return;
  }
}
