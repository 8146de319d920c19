import { audit, type City } from '#access';
import { type PlainDate, yearOf } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import { projectFacts } from '../domain/facts.ts';
import type { ProjectId } from '../domain/identity.ts';
import { openStatisticsRule, type StatisticsFact, type StatisticsState } from '../domain/statistics.ts';
import { stagesSection } from '../sections/stages.ts';
import { statisticsSection } from '../sections/statistics.ts';
import { listWithinScope } from '../store/project-index.ts';
import { readAspects } from '../store/read-aspects.ts';
import { insertStatisticsFacts, latestStatistics, type StatedFact } from '../store/statistics.ts';
import { listYearProjects } from '../store/year-projects.ts';

/** Records what reports or offices state about entries in statistics. What was known already is not said again. */
export async function recordStatistics(city: City, facts: readonly StatedFact[]): Promise<number> {
  const { tx, actor } = city;
  const ids = [...new Set(facts.map((fact) => fact.projectId))];
  const seen = await listWithinScope(tx, ids);
  ensure(
    ids.every((id) => seen.has(id)),
    'project.outside_scope',
    { name: '' },
  );
  const last = facts
    .map((fact) => fact.statedOn)
    .sort()
    .at(-1);
  if (!last) return 0;
  const known = await latestStatistics(tx, last, ids);
  const fresh = facts.filter((fact) => {
    const before = known.get(fact.projectId);
    return before?.entered !== fact.entered || before.enteredOn !== fact.enteredOn;
  });
  if (fresh.length === 0) return 0;
  await insertStatisticsFacts(tx, fresh, actor.accountId);
  await audit(city, { action: 'statistics.record', object: 'project', details: { projects: fresh.length } });
  return fresh.length;
}

export type StatisticsLine = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly name: string;
  readonly state: StatisticsState;
  readonly latest: StatisticsFact | null;
};

/**
 * Where every project of a year's lists stands with statistics; `due` is the list 应统未统. `started` are projects
 * known to have begun from reports, though their stage does not say so yet.
 */
export async function statisticsStates(
  city: City,
  about: { readonly asOf: PlainDate; readonly year?: number; readonly started?: ReadonlySet<ProjectId> },
): Promise<StatisticsLine[]> {
  const { tx, pack } = city;
  const year = about.year ?? yearOf(about.asOf);
  const judge = openStatisticsRule(sectionOf(pack, statisticsSection));
  const stages = new Map(sectionOf(pack, stagesSection).stages.map((stage) => [stage.id, stage]));
  const ids = await listYearProjects(tx, year);
  const projects = await readAspects(tx, ids, year);
  const latest = await latestStatistics(tx, about.asOf, ids);
  return ids.flatMap((projectId) => {
    const one = projects.get(projectId);
    if (!one) return [];
    const begun = stages.get(one.aspects.stage)?.started || about.started?.has(projectId) || false;
    const fact = latest.get(projectId);
    const state = judge(projectFacts(one.aspects, { year }), begun, fact);
    return [{ projectId, number: one.number, name: one.aspects.card.name, state, latest: fact ?? null }];
  });
}
