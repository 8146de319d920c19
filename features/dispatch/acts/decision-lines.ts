import type { City } from '#access';
import { getMatter, type MatterId, matterKind } from '#engines/matters';
import type { PlainDate } from '#kernel/plain-date';
import { type DecisionStanding, decisionStanding } from '../domain/decision-standing.ts';
import { type DecisionRow, readDecisions, readTasks, type TaskRow } from '../store/decision.ts';
import type { MeetingId } from '../store/meeting.ts';
import { unitNames } from '../store/names.ts';
import { endOf } from './blocking-matters.ts';

export type DecisionLine = Omit<DecisionRow, 'lead' | 'support'> & {
  readonly lead: { readonly id: string; readonly name: string } | null;
  readonly support: readonly { readonly id: string; readonly name: string }[];
  readonly task: { readonly matterId: string; readonly number: string; readonly state: string } | null;
  readonly standing: DecisionStanding;
  readonly daysLate: number;
};

/** Decisions with the names of those who carry them out and what became of their tasks by a day. */
export async function decisionLines(
  city: City,
  meetingIds: readonly MeetingId[],
  asOf: PlainDate,
): Promise<DecisionLine[]> {
  const rows = await readDecisions(city.tx, meetingIds);
  const names = await unitNames(
    city.tx,
    rows.flatMap(({ lead, support }) => [lead, ...support]),
  );
  const tasks = await tasksOn(city, rows, asOf);
  const named = (id: string) => ({ id, name: names.get(id) ?? '已撤并的单位' });
  const { states } = matterKind('task');
  return rows.map((row) => {
    const task = row.matterId ? tasks.get(row.matterId) : undefined;
    const about = { dueOn: row.dueOn, withdrawn: row.withdrawnReason !== null };
    return {
      ...{ ...row, lead: row.lead ? named(row.lead) : null, support: row.support.map(named) },
      task: task
        ? {
            matterId: task.matterId,
            number: task.number,
            state: states[task.state as 'closed'] ?? task.state,
          }
        : null,
      ...decisionStanding(about, task, asOf),
    };
  });
}

/** Of an earlier day the tasks are folded up to it. */
async function tasksOn(
  city: City,
  rows: readonly DecisionRow[],
  asOf: PlainDate,
): Promise<Map<string, TaskRow>> {
  const tasks = await readTasks(
    city.tx,
    rows.flatMap(({ matterId }) => matterId ?? []),
  );
  if (asOf >= city.today) return tasks;
  for (const [id, task] of tasks) {
    const { matter } = await getMatter(city, id as MatterId, endOf(asOf));
    tasks.set(id, { ...task, state: matter.state, closedAt: matter.closedAt ?? null });
  }
  return tasks;
}
