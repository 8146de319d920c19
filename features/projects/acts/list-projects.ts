import { type City, ensureMay } from '#access';
import { findProjectsCounted, type ProjectPage } from '#engines/registry';
import { type InputOf, pageWindow } from '#http';
import type { listProjects as route } from '../contract.ts';
import { lineRows, readFilter } from './find-lines.ts';

export async function listProjects(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'project.view', {});
  const { page, pageSize } = pageWindow(input);
  const asked = await readFilter(city, input);
  const wanted = { ...orderOf(input), page, size: pageSize };
  const { rows, total } = await findProjectsCounted(city, asked.filter, wanted);
  const lights = await asked.lightsOf(rows);
  const lines = await lineRows(city, rows, lights, input.year);
  return { rows: lines, total, page, pageSize, asOf: asked.asOf, month: lights.month ?? null };
}

export function orderOf(input: {
  readonly sort?: ProjectPage['sort'] | undefined;
  readonly descending?: boolean | undefined;
}): Pick<ProjectPage, 'sort' | 'descending'> {
  return { ...(input.sort ? { sort: input.sort } : {}), descending: input.descending ?? false };
}
