import type { City } from '#access';
import { dutiesIn, type Report, standingReports } from '#engines/indicators';
import { type IndexedProject, stagesSection } from '#engines/registry';
import { monthOfYear } from '#kernel/month';
import { sectionOf } from '#pack';
import type { YearEnd } from '../domain/carry-over.ts';
import { type YearProjects, yearProjects } from './year-projects.ts';

export type EndedProject = {
  readonly project: IndexedProject;
  readonly stageName: string;
  readonly end: YearEnd;
};

/** How every project of a year's lists stands at the end of it; by what was verified. */
export async function yearEnd(
  city: City,
  year: number,
): Promise<{ readonly ended: readonly EndedProject[]; readonly apart: YearProjects['apart'] }> {
  const december = monthOfYear(year, 12);
  const { counting, apart } = await yearProjects(city, year, december);
  const stages = new Map(sectionOf(city.pack, stagesSection).stages.map((stage) => [stage.id, stage]));
  const reports = Map.groupBy(
    await standingReports(city, { first: monthOfYear(year, 1), last: december, standing: 'verified' }),
    ({ subjectId }) => subjectId as string,
  );
  const owing = new Set(
    (await dutiesIn(city, december)).filter(({ owes }) => owes).map(({ subjectId }) => subjectId as string),
  );
  const ended = counting.map((project): EndedProject => {
    const stage = stages.get(project.stage);
    const own = reports.get(project.projectId) ?? [];
    const { started = false, closed = false } = stage ?? {};
    const stageName = stage?.name ?? project.stage;
    const end: YearEnd = {
      category: project.category,
      stage: { name: stageName, started, closed },
      ended: closed && !started && stage?.to.length === 0,
      reportedStarted: startedBy(own),
      totalFen: project.totalFen,
      doneBeforeFen: project.doneBeforeFen,
      decemberFen: own.find(({ month }) => month === december)?.cumFen ?? undefined,
      latestFen: own.findLast(({ cumFen }) => cumFen !== null)?.cumFen ?? undefined,
      owedDecember: owing.has(project.projectId),
    };
    return { project, stageName, end };
  });
  return { ended, apart };
}

function startedBy(reports: readonly Report[]): boolean {
  return reports.findLast(({ started }) => started !== null)?.started ?? false;
}
