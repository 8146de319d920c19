import type { City } from '#access';
import { type PlainDate, yearOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import { projectFacts } from '../domain/facts.ts';
import type { OrgId, ProjectId } from '../domain/identity.ts';
import { openGapRules, type ResponsibilityGap } from '../domain/responsibility.ts';
import { stagesSection } from '../sections/stages.ts';
import { openedGaps } from '../store/gap-days.ts';
import { readAspects } from '../store/read-aspects.ts';
import { listYearProjects } from '../store/year-projects.ts';
import { readingOf } from './record-reading.ts';

export type GapLine = ResponsibilityGap & {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly project: string;
  readonly districts: readonly OrgId[];
  readonly departments: readonly string[];
  /** Since when nobody answers: the day it came on a list of the year, or the last holder left. */
  readonly openSince: PlainDate;
};

/** Living projects of a year that a rule of the pack gives a holder, and that have none. */
export async function responsibilityGaps(city: City, year: number): Promise<GapLine[]> {
  const { tx, pack, today } = city;
  const reading = await readingOf(city, year);
  const { stages } = sectionOf(pack, stagesSection);
  const closed = new Set(stages.filter((stage) => stage.closed).map((stage) => stage.id));
  const departmentKinds = reading.kinds.filter((kind) => kind.holder === 'department').map((kind) => kind.id);
  const gapsOf = openGapRules({ kinds: reading.kinds });
  const lastDay = yearOf(today) === year ? today : (`${year}-12-31` as PlainDate);
  const ids = await listYearProjects(tx, year);
  const projects = await readAspects(tx, ids, year);
  const opened = await openedGaps(tx, { ids, year, lastDay });
  return ids.flatMap((projectId) => {
    const one = projects.get(projectId);
    if (!one || closed.has(one.aspects.stage)) return [];
    const facts = projectFacts(one.aspects, {
      number: one.number,
      year,
      slugOf: reading.slugOf,
      departmentKinds,
    });
    const { responsibilities, districts, card } = one.aspects;
    const about = { projectId, number: one.number, project: card.name, districts };
    const departments = departmentKinds.flatMap(
      (kind) => responsibilities[kind]?.map(({ name }) => name) ?? [],
    );
    return gapsOf(facts, new Set(Object.keys(responsibilities))).map((gap) => ({
      ...{ ...gap, ...about, departments, openSince: opened(projectId, gap.kind) },
    }));
  });
}
