import type { City } from '#access';
import { findProjects, type ProjectPage } from '#engines/registry';
import { type Asked, type Line, lineRows } from './find-lines.ts';

const atOnce = 1000;

/** Every line that matches, page by page, so that no more than a page is held. */
export async function* allLines(
  city: City,
  asked: Asked,
  order: Pick<ProjectPage, 'sort' | 'descending'> = {},
): AsyncGenerator<Line> {
  for (let page = 1; ; page += 1) {
    const rows = await findProjects(city, asked.filter, { ...order, page, size: atOnce });
    yield* await lineRows(city, rows, asked);
    if (rows.length < atOnce) return;
  }
}
