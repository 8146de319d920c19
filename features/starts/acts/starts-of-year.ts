import { type City, may, type Target } from '#access';
import { startedSubjects } from '#engines/indicators';
import {
  districtKinds,
  findProjects,
  groundName,
  listOrganisations,
  type Organisation,
  type ProjectId,
  type StartLine,
  stagesSection,
  startsOf,
} from '#engines/registry';
import { monthOfYear } from '#kernel/month';
import { sectionOf } from '#pack';
import type { StartRow } from '../contract.ts';
import { ofCity, ofDistrict } from '../permissions.ts';

const atOnce = 1000;

/** How it stands with the starts of the reader's projects of a year. */
export async function startsOfYear(city: City, year: number): Promise<StartRow[]> {
  const own = await ownProjects(city, year);
  const reported = await reportedIn(city, year);
  const lines = (await startsOf(city, { year, reported })).filter((line) => own(line.projectId));
  const row = await rowMaker(city);
  return lines.map((line) => row(line, line.districts));
}

export function reportedIn(city: City, year: number): Promise<ReadonlySet<string>> {
  return startedSubjects(city, { first: monthOfYear(year, 1), last: monthOfYear(year, 12) });
}

/** A line in words; `holders` are those whose project it is. */
export async function rowMaker(city: City) {
  const { stages, startCheck } = sectionOf(city.pack, stagesSection);
  const stageNames = new Map(stages.map(({ id, name }) => [id, name]));
  const organisations = new Map<string, Organisation>(
    (await listOrganisations(city)).map((one) => [one.orgId, one]),
  );
  return (line: StartLine, holders: Target['holders'] = []): StartRow => {
    const { latest, districts, districts: ids, stage, ...rest } = line;
    const target = { holders, state: stateFor(districts, organisations) };
    return {
      ...{ projectId: rest.projectId, number: rest.number, name: rest.name },
      ...{ plannedStart: rest.plannedStart, begun: rest.begun, missing: rest.missing, check: rest.check },
      districts: ids.map((id) => organisations.get(id)?.name ?? ''),
      stage: stageNames.get(stage) ?? stage,
      seenOn: latest?.seenOn ?? null,
      seenBy: latest?.seenBy ?? null,
      ground: groundName(startCheck, latest?.ground ?? null),
      states: statesOf(line),
      mayCheck: may(city.actor, 'start.check', target),
      mayShowProof: may(city.actor, 'start.show-proof', target),
    };
  };
}

/** A project that lies in no district or zone is the city's own. */
export function stateFor(
  districts: readonly string[],
  organisations: ReadonlyMap<string, Pick<Organisation, 'kind'>>,
): string {
  const inDistrict = districts.some((id) =>
    (districtKinds as readonly string[]).includes(organisations.get(id)?.kind ?? ''),
  );
  return inDistrict ? ofDistrict : ofCity;
}

function statesOf({ begun, missing, check }: StartLine): StartRow['states'] {
  const states: StartRow['states'] = [];
  if (missing !== null) states.push('unpermitted');
  if (begun && check === 'none') states.push('to-check');
  if (check !== 'none') states.push(check);
  if (!begun && check === 'none') states.push('waiting');
  return states;
}

async function ownProjects(city: City, year: number): Promise<(projectId: ProjectId) => boolean> {
  if (city.actor.reach === 'city') return () => true;
  const own = new Set<ProjectId>();
  for (let page = 1; ; page += 1) {
    const rows = await findProjects(city, { year, ownOnly: true }, { page, size: atOnce });
    for (const row of rows) own.add(row.projectId);
    if (rows.length < atOnce) return (projectId) => own.has(projectId);
  }
}
