import { daysBetween, type PlainDate, todayInShanghai } from '#kernel/plain-date';

/** What of a decision's task decides where it stands. */
export type TaskFacts = {
  readonly state: string;
  readonly closedAt: Date | null;
};

export const decisionStandings = [
  'noted',
  'running',
  'overdue',
  'reported',
  'on-time',
  'late',
  'dropped',
] as const;
export type DecisionStanding = (typeof decisionStandings)[number];

/**
 * Where a decision stands on a day. Reported and not verified yet is not done: who set it verifies it. A decision
 * without a task was only noted.
 */
export function decisionStanding(
  decision: { readonly dueOn: PlainDate | null; readonly withdrawn: boolean },
  task: TaskFacts | undefined,
  today: PlainDate,
): { readonly standing: DecisionStanding; readonly daysLate: number } {
  const { dueOn } = decision;
  if (decision.withdrawn || task?.state === 'cancelled') return { standing: 'dropped', daysLate: 0 };
  if (!task || !dueOn) return { standing: 'noted', daysLate: 0 };
  const doneOn = task.closedAt ? todayInShanghai(task.closedAt) : undefined;
  const daysLate = Math.max(0, daysBetween(dueOn, doneOn ?? today));
  if (doneOn) return { standing: daysLate > 0 ? 'late' : 'on-time', daysLate };
  if (daysLate > 0) return { standing: 'overdue', daysLate };
  return { standing: task.state === 'reported' ? 'reported' : 'running', daysLate };
}

export function isDone({ standing }: { readonly standing: DecisionStanding }): boolean {
  return standing === 'on-time' || standing === 'late' || standing === 'dropped' || standing === 'noted';
}
