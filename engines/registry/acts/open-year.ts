import type { City } from '#access';
import { firstDayOf, monthOfYear } from '#kernel/month';
import type { AspectChange, YearEntry } from '../domain/aspect.ts';
import { projectFacts } from '../domain/facts.ts';
import type { ProjectId } from '../domain/identity.ts';
import { basisOfEntry } from '../domain/list.ts';
import { lockProjects } from '../store/project-index.ts';
import type { EntryFact, ProjectWrite } from '../store/project-write.ts';
import { readAspects } from '../store/read-aspects.ts';
import { writeAspects } from '../store/write-aspects.ts';
import { readingOf } from './record-reading.ts';

type YearOpening = {
  /** The year that is opened. */
  readonly year: number;
  readonly reason: string;
  readonly approver: string;
  readonly projects: readonly {
    readonly projectId: ProjectId;
    readonly entry: YearEntry;
    /** The lists it was on at the end of the year before. */
    readonly lists: readonly string[];
  }[];
};

export type OpenedProject = {
  readonly projectId: ProjectId;
  readonly entry: YearEntry;
  readonly lists: readonly string[];
  readonly changed: boolean;
};

/**
 * Enters projects in the next year, with the lists they were on. What the next year already states stays as stated:
 * only what is missing is filled in, so that doing it again changes nothing.
 */
export async function openYear(city: City, opening: YearOpening): Promise<OpenedProject[]> {
  const { tx, actor } = city;
  const { year, reason, approver, projects } = opening;
  await lockProjects(tx);
  const reading = await readingOf(city, year);
  const known = new Set(reading.lists.inYear(year).map((list) => list.id));
  const departmentKinds = reading.kinds.filter((kind) => kind.holder === 'department').map((kind) => kind.id);
  const ids = projects.map(({ projectId }) => projectId);
  const now = await readAspects(tx, ids, year);
  const writes: ProjectWrite[] = [];
  const facts = new Map<string, EntryFact>();
  const opened = projects.flatMap(({ projectId, entry: given, lists: carried }): OpenedProject[] => {
    const project = now.get(projectId);
    if (!project) return [];
    const { aspects, number, version } = project;
    const entry = aspects.entry ? filled(aspects.entry, given) : given;
    const lists = [...new Set([...aspects.lists, ...carried.filter((id) => known.has(id))])].sort();
    const changes: AspectChange[] = [];
    if (JSON.stringify(aspects.entry) !== JSON.stringify(entry))
      changes.push({ aspect: `entry:${year}`, before: aspects.entry, after: entry });
    if (lists.length > aspects.lists.length) {
      changes.push({ aspect: `lists:${year}`, before: aspects.lists, after: lists });
      const about = { number, year, slugOf: reading.slugOf, departmentKinds };
      const found = projectFacts({ ...aspects, entry, lists }, about);
      for (const id of lists.filter((one) => !aspects.lists.includes(one))) {
        const verdict = reading.lists.verdictOf(reading.lists.named(id), found);
        const basis = basisOfEntry(verdict, { reason, approver }) ?? 'exception';
        const why = basis === 'exception' ? { reason, approver } : {};
        facts.set(`${projectId} ${id}`, { basis, verdict, ...why });
      }
    }
    if (changes.length > 0) writes.push({ projectId, number, version, isNew: false, changes });
    return [{ projectId, entry, lists, changed: changes.length > 0 }];
  });
  await writeAspects(tx, writes, {
    act: 'open-year',
    onDay: firstDayOf(monthOfYear(year, 1)),
    actorId: actor.accountId,
    reason,
    entryOf: (projectId, listId) => {
      const fact = facts.get(`${projectId} ${listId}`);
      if (!fact) throw new Error('a list is only joined with its verdict');
      return fact;
    },
  });
  return opened;
}

function filled(stated: YearEntry, given: YearEntry): YearEntry {
  return {
    category: stated.category,
    plannedStart: stated.plannedStart ?? given.plannedStart,
    totalFen: stated.totalFen ?? given.totalFen,
    planYearFen: stated.planYearFen ?? given.planYearFen,
    doneBeforeFen: stated.doneBeforeFen ?? given.doneBeforeFen,
  };
}
