import { type City, ensureMay } from '#access';
import {
  dutiesIn,
  type LightsOn,
  lightsOn,
  planMismatches,
  platformDefault,
  ruleSetOn,
  type SubjectLight,
  standingReports,
  timeProgress,
} from '#engines/indicators';
import { listAsOf, listSummaries } from '#engines/registry';
import type { Id } from '#kernel/id';
import { lastDayOf, type Month, yearOfMonth } from '#kernel/month';
import { type PlainDate, yearOf } from '#kernel/plain-date';
import { boardSums, byUrgency, isReported } from '../domain/board-sums.ts';
import { percentOf, percentText } from '../domain/percent.ts';
import { reportingMonth } from '../domain/reporting-month.ts';
import { boardLine, byDistrict, type CityProjects, cityProjects } from './city-projects.ts';

const mostBehind = 100;
const categoryNames = { building: '在建', 'new-start': '新开工' } as const;

/** The lights as they stood on a day, every figure of them with its rows. */
export async function lightsBoard(city: City, { asOf = city.today }: { asOf?: PlainDate | undefined }) {
  ensureMay(city, 'lights.view', {});
  const { number, rules } = await ruleSetOn(city, asOf);
  const lights = await lightsOn(city, asOf);
  const { month } = lights;
  const year = month ? yearOfMonth(month) : yearOf(asOf);
  const projects = await cityProjects(city, year);
  const nameOf = new Map(rules.dimensions.map((one) => [one.id, one.name]));
  const grey = lights.projects.filter((one) => !isReported(one)).map(({ subjectId }) => subjectId);
  return {
    ...{ asOf, today: city.today, month: month ?? null, year, evaluationDay: rules.evaluationDay },
    rules: { name: rules.name, number, basis: rules.basis, platformDefault: rules.basis === platformDefault },
    timeProgress: month ? percentText(timeProgress(month)) : null,
    total: boardSums(lights.projects),
    ...(await groupsOf(city, lights, projects)),
    behind: behindOf(lights, projects, nameOf),
    notReported: byDistrict(projects, grey),
    reporting: await reportingNow(city, rules.evaluationDay),
    apart: apartOf(lights, projects),
    mismatches: (await planMismatches(city, year)).flatMap(
      ({ subjectId, totalFen, monthsSumFen, differenceFen }) => {
        const line = boardLine(projects, subjectId);
        return line ? [{ ...line, totalFen, monthsSumFen, differenceFen }] : [];
      },
    ),
  };
}

async function groupsOf(city: City, { month, projects: lit, groups }: LightsOn, projects: CityProjects) {
  if (!month) return { districts: [], categories: [], lists: [] };
  const byId = new Map(lit.map((light) => [light.subjectId, light]));
  const group = (id: string, name: string, subjectIds: readonly string[]) => {
    const members = subjectIds.flatMap((subjectId) => byId.get(subjectId) ?? []);
    return members.length > 0 ? [{ id, name, ...boardSums(members) }] : [];
  };
  const districts = projects.districts.flatMap(({ orgId, name }) =>
    group(orgId, name, groups.find(({ groupId }) => groupId === orgId)?.subjectIds ?? []),
  );
  const duties = Map.groupBy(await dutiesIn(city, month), ({ category }) => category);
  const categories = (['building', 'new-start'] as const).flatMap((category) =>
    group(
      categoryNames[category],
      categoryNames[category],
      (duties.get(category) ?? []).map(({ subjectId }) => subjectId),
    ),
  );
  const [year, day] = [yearOfMonth(month), lastDayOf(month)];
  const lists: ReturnType<typeof group> = [];
  for (const { list } of await listSummaries(city, year, day)) {
    const members = await listAsOf(city, { list: list.id, year, asOf: day });
    lists.push(
      ...group(
        list.id,
        list.shortName,
        members.map(({ projectId }) => projectId),
      ),
    );
  }
  return { districts, categories, lists };
}

function behindOf(lights: LightsOn, projects: CityProjects, nameOf: ReadonlyMap<string, string>) {
  return lights.projects
    .filter(({ overall }) => overall === 'red' || overall === 'yellow')
    .toSorted(byUrgency)
    .slice(0, mostBehind)
    .flatMap((light) => {
      const line = boardLine(projects, light.subjectId);
      if (!line) return [];
      const { overall, inputs } = light;
      const planFen = inputs?.planToMonthFen ?? null;
      const actualFen = inputs?.actualToMonthFen ?? null;
      const dimensions = [...nameOf].map(([id, name]) => ({ id, name, light: light.dimensions[id] ?? null }));
      return [
        {
          ...{ ...line, evaluationId: light.evaluationId as Id<'evaluation'>, overall, dimensions },
          ...{ planFen, actualFen, completion: percentOf(actualFen, planFen) },
          why: decidingSentence(light, nameOf),
        },
      ];
    });
}

/** The sentence of the dimension that gave the whole its light. */
function decidingSentence(light: SubjectLight, nameOf: ReadonlyMap<string, string>): string | null {
  const deciding = [...nameOf].find(([id]) => light.dimensions[id] === light.overall)?.[1];
  return light.why.find((sentence) => sentence.startsWith(`${deciding}：`)) ?? null;
}

function apartOf(lights: LightsOn, projects: CityProjects) {
  const reasons = Map.groupBy(lights.apart, ({ reason }) => reason ?? '不报月报');
  return [...reasons].flatMap(([reason, subjects]) => {
    const lines = subjects.flatMap(({ subjectId }) => boardLine(projects, subjectId) ?? []);
    return lines.length > 0 ? [{ reason, projects: lines }] : [];
  });
}

/** Live, not as of a day: who is to be called now. Reports of others are not seen, so only the own scope is counted. */
async function reportingNow(city: City, evaluationDay: number) {
  const { month, dueOn } = reportingMonth(city.today, evaluationDay);
  const projects = await cityProjects(city, yearOfMonth(month));
  const owing = (await dutiesIn(city, month)).filter(
    ({ owes, subjectId }) => owes && projects.of(subjectId) && projects.inScope(subjectId),
  );
  const came = await reportedIn(city, month);
  const missing = owing.filter(({ subjectId }) => !came.has(subjectId)).map(({ subjectId }) => subjectId);
  return {
    ...{ month, dueOn, owed: owing.length, reported: owing.length - missing.length },
    missing: byDistrict(projects, missing),
  };
}

async function reportedIn(city: City, month: Month): Promise<Set<string>> {
  const reports = await standingReports(city, { first: month, last: month });
  return new Set(reports.filter(({ cumFen }) => cumFen !== null).map(({ subjectId }) => subjectId));
}
