import { projectMonths } from '#features/progress';
import type { Client } from '#http/client';
import { listProjects } from '../../features/projects/contract.ts';
import { insist } from './insist.ts';

/** A project's month, and the number of the report that stands there. */
export type Cell = { readonly projectId: string; readonly month: string; readonly number: number };

/** Every month of every project, as somebody who has to report them finds it. */
export async function findCells(call: Client, year: number): Promise<Cell[]> {
  const { rows } = await insist(() => call(listProjects, { year, page: 1, pageSize: 100 }));
  const cells: Cell[] = [];
  for (const { projectId } of rows) {
    const { months } = await insist(() => call(projectMonths, { id: projectId, year }));
    cells.push(...months.map(({ month, reportNumber }) => ({ projectId, month, number: reportNumber })));
  }
  return cells;
}
