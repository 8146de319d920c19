import { type City, ensureMay } from '#access';
import { findProjects, type ProjectRow, stagesSection } from '#engines/registry';
import { sectionOf } from '#pack';
import { accompanied } from './accompanied.ts';
import { causesOf, silentRule, waysOf } from './choices.ts';

const most = 500;

/** The projects she is named for that still go on: first those that heard nothing for long. */
export async function myServedProjects(city: City) {
  ensureMay(city, 'secretary.view-mine', {});
  const { stages } = sectionOf(city.pack, stagesSection);
  const stageOf = new Map(stages.map((stage) => [stage.id, stage]));
  const goesOn = (one: ProjectRow) => one.mergedInto === null && !stageOf.get(one.stage)?.closed;
  const own = (await findProjects(city, { ownOnly: true }, { size: most })).filter(goesOn);
  const standing = await accompanied(
    city,
    own.map(({ projectId }) => projectId),
  );
  const ways = waysOf(city);
  const projects = own.map(({ projectId, number, name, districts, stage }) => {
    const { last, lastOn: _, ...rest } = standing(projectId);
    return {
      ...{ projectId, number, name, districts: districts.map((one) => one.name) },
      stage: stageOf.get(stage)?.name ?? stage,
      last: last
        ? { on: last.visitedOn, way: ways.find(({ id }) => id === last.way)?.name ?? last.way, met: last.met }
        : null,
      ...rest,
    };
  });
  const weight = (days: number | null) => days ?? Number.MAX_SAFE_INTEGER;
  return {
    ...{ today: city.today, ...silentRule(city), ways, causes: causesOf(city) },
    projects: projects.toSorted(
      (a, b) =>
        Number(b.silent) - Number(a.silent) ||
        (a.silent
          ? weight(b.daysSilent) - weight(a.daysSilent)
          : (a.nextOn ?? '9999') < (b.nextOn ?? '9999')
            ? -1
            : 1),
    ),
  };
}
