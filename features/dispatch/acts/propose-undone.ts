import type { City } from '#access';
import { getMatter, type MatterId } from '#engines/matters';
import type { Id } from '#kernel/id';
import { keyOf } from '../domain/agenda.ts';
import { isDone } from '../domain/decision-standing.ts';
import { emptySheet } from '../domain/sheet.ts';
import { readItems } from '../store/item.ts';
import { blockingOf } from './blocking-matters.ts';
import { type DecisionLine, decisionLines } from './decision-lines.ts';
import type { ProjectSheet } from './propose-projects.ts';
import type { AgendaAsked, ProposedItem } from './proposed-item.ts';

export type UndoneDecision = { readonly line: DecisionLine; readonly projectId: Id<'project'> | null };

/** Decisions of the last meeting that were not done by a day, each with the project it was about. */
export async function undoneDecisions(
  city: City,
  { cadence, previous, asOf }: AgendaAsked,
): Promise<UndoneDecision[]> {
  if (!cadence.agenda.undone || !previous) return [];
  const open = (await decisionLines(city, [previous.meetingId], asOf)).filter((one) => !isDone(one));
  const about = new Map((await readItems(city.tx, previous.meetingId)).map((item) => [item.itemId, item]));
  return open.map((line) => ({
    line,
    projectId: (line.itemId && about.get(line.itemId)?.projectId) ?? null,
  }));
}

/** The task's own clock first, then what the project of the decision looks like now. */
export async function undoneItems(
  city: City,
  { previous, asOf }: AgendaAsked,
  undone: readonly UndoneDecision[],
  sheets: ReadonlyMap<string, ProjectSheet>,
): Promise<ProposedItem[]> {
  const items: ProposedItem[] = [];
  for (const { line, projectId } of undone) {
    const { decisionId, text, number, dueOn, daysLate, task, matterId, lead, support } = line;
    const late = daysLate > 0 ? `，超期 ${daysLate} 天` : '';
    const state = task ? `，${task.state}` : '';
    const reason = `${previous?.heldOn}“${previous?.title}”议定事项第${number}项，期限 ${dueOn}${state}${late}`;
    const title = `上次议定事项：${text}`;
    const of = projectId ? sheets.get(projectId) : undefined;
    const own = matterId
      ? await blockingOf(city, [(await getMatter(city, matterId as MatterId)).row], asOf)
      : [];
    const units = [lead?.id, ...support.map(({ id }) => id), ...(of?.project.holders ?? [])];
    items.push({
      ...{ source: 'undone', sourceKey: keyOf.decision(decisionId), title },
      ...{
        projectId,
        matterId,
        lead: lead?.id ?? null,
        holders: [...new Set(units.flatMap((id) => id ?? []))],
      },
      sheet: {
        ...{ ...(of?.sheet ?? emptySheet), title, reasons: [reason] },
        matters: [...own, ...(of?.sheet.matters ?? []).filter((one) => one.matterId !== matterId)],
      },
    });
  }
  return items;
}
