import type { City } from '#access';
import { sectionOf } from '#pack';
import type { YearCategory } from '../domain/aspect.ts';
import { projectFacts } from '../domain/facts.ts';
import type { OrgId, ProjectId } from '../domain/identity.ts';
import type { StagesSection } from '../domain/stage.ts';
import { type StartState, startStage, startStateOf } from '../domain/start.ts';
import type { StartCheck, StartEvidence } from '../domain/start-check.ts';
import { stagesSection } from '../sections/stages.ts';
import { type ReadProject, readAspects } from '../store/read-aspects.ts';
import { latestChecks, readChecks, readStartEvidence, shownProofs } from '../store/start.ts';
import { listYearProjects } from '../store/year-projects.ts';

export type StartLine = StartState & {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly name: string;
  readonly districts: readonly OrgId[];
  readonly category: YearCategory | null;
  readonly plannedStart: string | null;
  readonly stage: string;
  readonly latest: StartCheck | null;
};

type About = {
  readonly year: number;
  /** Projects known to have begun from reports, though their stage may not say so. */
  readonly reported: ReadonlySet<string>;
};

/** How it stands with the start of a year's projects, as far as the scope reaches. */
export async function startsOf(city: City, about: About): Promise<StartLine[]> {
  const { tx, pack } = city;
  const section = sectionOf(pack, stagesSection);
  const { year } = about;
  const ids = await listYearProjects(tx, year);
  const projects = await readAspects(tx, ids, year);
  const inQuestion = ids.filter((id) => {
    const one = projects.get(id);
    return one !== undefined && isInQuestion(section, one);
  });
  return linesOf(city, inQuestion, projects, about);
}

/** One project, with every look and every proof that came late; it need not be on a list of the year. */
export async function startOf(
  city: City,
  projectId: ProjectId,
  about: About,
): Promise<{
  line: StartLine | undefined;
  checks: readonly StartCheck[];
  evidence: readonly StartEvidence[];
}> {
  const { tx } = city;
  const projects = await readAspects(tx, [projectId], about.year);
  const [line] = await linesOf(city, [projectId], projects, about);
  return {
    line,
    checks: await readChecks(tx, [projectId]),
    evidence: await readStartEvidence(tx, [projectId]),
  };
}

/** A start of the year; what was building before it was listed began before anybody here asked for its permit. */
function isInQuestion(section: StagesSection, { aspects: { stage, entry } }: ReadProject): boolean {
  if (entry && section.startCheck.categories.includes(entry.category)) return true;
  return stage === startStage(section)?.id;
}

async function linesOf(
  { tx, pack }: City,
  ids: readonly ProjectId[],
  projects: ReadonlyMap<ProjectId, ReadProject>,
  { year, reported }: About,
): Promise<StartLine[]> {
  const section = sectionOf(pack, stagesSection);
  const checks = await latestChecks(tx, ids);
  const shown = await shownProofs(tx, ids);
  return ids.flatMap((projectId) => {
    const one = projects.get(projectId);
    if (!one) return [];
    const { aspects, number } = one;
    const { stage, districts, entry, card } = aspects;
    const check = checks.get(projectId);
    const state = startStateOf(section, {
      ...{ stage, check, facts: projectFacts(aspects, { year }) },
      reported: reported.has(projectId),
      shown: shown.get(projectId) ?? new Set(),
    });
    const about = { projectId, number, name: card.name, districts, stage };
    return [
      {
        ...{ ...about, ...state, missing: isInQuestion(section, one) ? state.missing : null },
        ...{ category: entry?.category ?? null, latest: check ?? null },
        plannedStart: entry?.plannedStart ?? null,
      },
    ];
  });
}
