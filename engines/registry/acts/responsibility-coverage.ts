import type { City } from '#access';
import { compileCondition } from '#kernel/condition';
import { sectionOf } from '#pack';
import type { Holder } from '../domain/aspect.ts';
import { projectFacts } from '../domain/facts.ts';
import type { OrgId, ProjectId } from '../domain/identity.ts';
import { stagesSection } from '../sections/stages.ts';
import { readAspects } from '../store/read-aspects.ts';
import { listYearProjects } from '../store/year-projects.ts';
import { readingOf } from './record-reading.ts';

export type CoverageLine = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly project: string;
  readonly stage: string;
  readonly districts: readonly OrgId[];
  /** Whether the rule asks for a holder; `unknown`: the project's data do not tell, `no-rule`: the city has none. */
  readonly asked: 'met' | 'not-met' | 'unknown' | 'no-rule';
  readonly holders: readonly Holder[];
};

/** Living projects of a year that a rule asks a holder of this kind for, or that have one. */
export async function responsibilityCoverage(
  city: City,
  kindId: string,
  year: number,
): Promise<CoverageLine[]> {
  const { tx, pack } = city;
  const reading = await readingOf(city, year);
  const closed = new Set(
    sectionOf(pack, stagesSection)
      .stages.filter((stage) => stage.closed)
      .map((stage) => stage.id),
  );
  const departmentKinds = reading.kinds.filter((kind) => kind.holder === 'department').map((kind) => kind.id);
  const required = reading.kinds.find((kind) => kind.id === kindId)?.required;
  const judge = required && compileCondition(required);
  const ids = await listYearProjects(tx, year);
  const projects = await readAspects(tx, ids, year);
  return ids.flatMap((projectId): CoverageLine[] => {
    const one = projects.get(projectId);
    if (!one || closed.has(one.aspects.stage)) return [];
    const { number, aspects } = one;
    const facts = projectFacts(aspects, { number, year, slugOf: reading.slugOf, departmentKinds });
    const asked = judge ? judge(facts).result : 'no-rule';
    const holders = aspects.responsibilities[kindId] ?? [];
    if (holders.length === 0 && asked !== 'met' && asked !== 'unknown') return [];
    const { card, districts, stage } = aspects;
    return [{ projectId, number, project: card.name, stage, districts, asked, holders }];
  });
}
