import type { City } from '#access';
import { everyProject, type ProjectPage } from '#engines/registry';
import { type Asked, type Line, lineRows } from './find-lines.ts';

/** Every line that matches, each piece with its own lights, so that no more than a piece is held. */
export async function* allLines(
  city: City,
  { filter, lightsOf }: Asked,
  order: Pick<ProjectPage, 'sort' | 'descending'> = {},
): AsyncGenerator<Line> {
  for await (const rows of everyProject(city, filter, order))
    yield* await lineRows(city, rows, await lightsOf(rows), filter.year);
}
