import { type City, ensureMay } from '#access';
import type { InputOf } from '#http';
import type { projectTotals as route } from '../contract.ts';
import { allLines } from './all-lines.ts';
import { readFilter } from './find-lines.ts';

/** Sums of everything the filter finds; amounts only of projects whose money the reader sees. */
export async function projectTotals(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'project.view', {});
  const asked = await readFilter(city, input);
  const { month } = await asked.lightsOf([]);
  const sums = { projects: 0, counted: 0, apart: 0, totalFen: 0n, planYearFen: 0n, cumFen: 0n };
  const lights = { green: 0, yellow: 0, red: 0, grey: 0 };
  for await (const line of allLines(city, asked)) {
    if (line.countsNot) {
      sums.apart += 1;
      continue;
    }
    sums.projects += 1;
    if (line.withinScope) sums.counted += 1;
    sums.totalFen += line.totalFen ?? 0n;
    sums.planYearFen += line.planYearFen ?? 0n;
    sums.cumFen += line.cumFen ?? 0n;
    if (line.light) lights[line.light] += 1;
    else sums.apart += 1;
  }
  return { ...sums, lights, asOf: asked.asOf, month: month ?? null };
}
