import { type City, ensureMay } from '#access';
import * as registry from '#engines/registry';
import type { InputOf } from '#http';
import { sectionOf } from '#pack';
import type { statisticsEntry as route } from '../contract.ts';
import { lightDay, lightsOfCity } from './lights-of-city.ts';
import { ownProjects } from './own-projects.ts';

/** Where the year's projects stand with statistics, from what offices stated and what reports say. */
export async function listStatistics(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'project.view-gaps', {});
  const { year, state, projectId } = input;
  const own = await ownProjects(city, year);
  const lights = await lightsOfCity(city, lightDay(city, year, input.asOf));
  const started = new Set(lights.idsWhere((one) => one.started === true));
  const { asOf } = lights;
  const lines = (await registry.statisticsStates(city, { asOf, year, started }))
    .filter((line) => own(line.projectId))
    .map(({ projectId: id, number, name, state: stated, latest }) => ({
      projectId: id,
      number,
      name,
      state: lights.of(id)?.entered && !latest && stated !== 'not-applicable' ? ('entered' as const) : stated,
      enteredOn: latest?.enteredOn ?? null,
      statedOn: latest?.statedOn ?? null,
    }));
  const counts: Record<string, number> = {};
  for (const line of lines) counts[line.state] = (counts[line.state] ?? 0) + 1;
  const { text, clause = null } = sectionOf(city.pack, registry.statisticsSection);
  return {
    ...{ asOf, year, rule: text, clause, counts },
    rows: lines.filter(
      (line) => (!state || line.state === state) && (!projectId || line.projectId === projectId),
    ),
  };
}
