import { audit, type City, ensureMay } from '#access';
import { dutiesIn, monthLockOf, placeInGroups, stateDuties, yearDuty } from '#engines/indicators';
import { listAsOf, listSummaries, type OpenedProject, openYear, type ProjectId } from '#engines/registry';
import type { InputOf } from '#http';
import { firstDayOf, lastDayOf, monthOfYear } from '#kernel/month';
import { ensure, refuse } from '#kernel/refusal';
import type { approveCarryOver as route } from '../contract.ts';
import { nextCategory, openingOf } from '../domain/carry-over.ts';
import { addOpenings, type Decided, lockYearEnd, readDecisions, readOpenings } from '../store/year-end.ts';
import { texts } from '../texts.ts';
import { type EndedProject, yearEnd } from './year-end.ts';

type Approved = EndedProject & { readonly decided: Decided; readonly doneBeforeFen: bigint };

/** Opens the next year for what was decided. What was approved before is passed over: again changes nothing. */
export async function approveCarryOver(city: City, { year, decisions }: InputOf<typeof route>) {
  ensureMay(city, 'carry-over.approve', {});
  const december = monthOfYear(year, 12);
  ensure(await monthLockOf(city, december), 'year.december_not_locked', { year });
  await lockYearEnd(city.tx);
  const known = await readDecisions(city.tx, year);
  const openings = await readOpenings(city.tx, year);
  const wanted = [...new Map(decisions.map((one) => [one.projectId as string, one])).values()];
  const pending = wanted.filter(({ projectId }) => !openings.has(projectId));
  const already = wanted.length - pending.length;
  if (pending.length === 0) return { opened: 0, already };
  const ended = new Map(
    (await yearEnd(city, year)).ended.map((one) => [one.project.projectId as string, one]),
  );
  const approved = pending.map(({ projectId, number }): Approved => {
    const one = ended.get(projectId) ?? refuse('year.not_in_year', { year });
    const { name } = one.project;
    const decided = known.get(projectId) ?? refuse('year.not_decided');
    ensure(decided.number === number, 'year.decision_changed', { name });
    ensure(decided.byAccount !== city.actor.accountId, 'year.same_decider', { by: decided.by });
    return { ...one, decided, doneBeforeFen: openingOf(one.end, decided.decision, { name, year }) };
  });
  await openNextYear(city, year, approved);
  await addOpenings(
    city.tx,
    year,
    approved.map(({ project, decided, doneBeforeFen }) => ({
      projectId: project.projectId,
      decisionNumber: decided.number,
      doneBeforeFen: nextCategory(decided.decision) ? doneBeforeFen : null,
      by: city.actor.name,
    })),
  );
  await audit(city, {
    action: 'carry-over.approve',
    object: 'year',
    objectId: String(year),
    details: {
      projects: approved.map(({ project, decided }) => ({
        ...{ projectId: project.projectId, decision: decided.decision, number: decided.number },
      })),
    },
  });
  return { opened: approved.length, already };
}

/** The card's entry and lists, what it owes and where it counts: in the transaction that approves. */
async function openNextYear(city: City, year: number, approved: readonly Approved[]): Promise<void> {
  const next = year + 1;
  const lists = await listsAtEnd(city, year);
  const opened = await openYear(city, {
    year: next,
    reason: texts.openingReason(year),
    approver: city.actor.name,
    projects: approved.flatMap(({ project, decided, doneBeforeFen }) => {
      const category = nextCategory(decided.decision);
      if (!category) return [];
      const { projectId, totalFen } = project;
      return [
        {
          projectId,
          entry: {
            ...{ category, plannedStart: null, planYearFen: null, doneBeforeFen: `${doneBeforeFen}` },
            totalFen: totalFen === null ? null : `${totalFen}`,
          },
          lists: lists.get(projectId) ?? [],
        },
      ];
    }),
  });
  const byId = new Map(opened.map((one) => [one.projectId as string, one]));
  await stateNextDuties(city, next, approved, byId);
  await placeNext(city, next, approved, byId);
}

/** What somebody stated for the new January already stays as it was stated. */
async function stateNextDuties(
  city: City,
  next: number,
  approved: readonly Approved[],
  opened: ReadonlyMap<string, OpenedProject>,
): Promise<void> {
  const january = monthOfYear(next, 1);
  const stated = new Set((await dutiesIn(city, january)).map(({ subjectId }) => subjectId as string));
  await stateDuties(
    city,
    approved.flatMap(({ project, end, stageName }) => {
      const { projectId, periodStart } = project;
      const one = opened.get(projectId);
      if (!one || stated.has(projectId)) return [];
      if (end.stage.closed)
        return [
          {
            ...{ subjectId: projectId, fromMonth: january, category: 'none' as const },
            ...{ owes: false, reason: stageName },
          },
        ];
      const { category, plannedStart } = one.entry;
      return [
        yearDuty({
          subjectId: projectId,
          year: next,
          fromMonth: january,
          category,
          plannedStart,
          periodStart,
        }),
      ];
    }),
  );
}

async function placeNext(
  city: City,
  next: number,
  approved: readonly Approved[],
  opened: ReadonlyMap<string, OpenedProject>,
): Promise<void> {
  const fromOn = firstDayOf(monthOfYear(next, 1));
  const groups: Readonly<Record<string, (one: Approved) => readonly string[]>> = {
    district: ({ project }) => project.districts.slice(0, 1).map(({ orgId }) => orgId),
    department: ({ project }) => project.departments,
    category: ({ project }) => {
      const one = opened.get(project.projectId);
      return one ? [one.entry.category] : [];
    },
    list: ({ project }) => opened.get(project.projectId)?.lists ?? [],
  };
  for (const [kind, groupIds] of Object.entries(groups)) {
    await placeInGroups(
      city,
      kind,
      approved.map((one) => ({ subjectId: one.project.projectId, groupIds: groupIds(one), fromOn })),
    );
  }
}

async function listsAtEnd(city: City, year: number): Promise<Map<ProjectId, string[]>> {
  const asOf = lastDayOf(monthOfYear(year, 12));
  const found = new Map<ProjectId, string[]>();
  for (const { list } of await listSummaries(city, year, asOf)) {
    for (const { projectId } of await listAsOf(city, { list: list.id, year, asOf }))
      found.set(projectId, [...(found.get(projectId) ?? []), list.id]);
  }
  return found;
}
