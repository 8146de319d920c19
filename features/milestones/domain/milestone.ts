import type { Light } from '#kernel/light';
import { lastDayOf, type Month } from '#kernel/month';
import { daysBetween, type PlainDate } from '#kernel/plain-date';

/** The formalities of a city and whether they light, as its pack says. */
export type MilestoneRule = {
  /** Stages in which a project has a plan of formalities. */
  readonly stages: readonly string[];
  readonly light: {
    readonly on: boolean;
    /** Days late from which it is yellow, and red. */
    readonly yellow: number;
    readonly red: number;
    readonly basis: string;
  };
  readonly milestones: readonly { readonly id: string; readonly name: string; readonly basis: string }[];
};

/** What is planned and what was done of one formality. */
export type MilestoneState = {
  readonly planned: Month | null;
  readonly doneOn: PlainDate | null;
  /** The project does not need it. */
  readonly notNeeded: boolean;
};

/** Days past the end of the planned month: of what is done the day of doing counts, of the rest today. Never negative. */
export function daysLate({ planned, doneOn, notNeeded }: MilestoneState, today: PlainDate): number {
  if (planned === null || notNeeded) return 0;
  return Math.max(0, daysBetween(lastDayOf(planned), doneOn ?? today));
}

/** Late and still not done. */
export function isOverdue(state: MilestoneState, today: PlainDate): boolean {
  return state.doneOn === null && daysLate(state, today) > 0;
}

/**
 * By the formality that is longest overdue. Grey: something is still to be done and nothing of it has a planned month.
 * Null where the city's pack does not light formalities.
 */
export function milestoneLight(
  rule: MilestoneRule,
  states: readonly MilestoneState[],
  today: PlainDate,
): Light | null {
  const { on, yellow, red } = rule.light;
  if (!on) return null;
  const open = states.filter((one) => !one.notNeeded && one.doneOn === null);
  if (open.length > 0 && open.every((one) => one.planned === null)) return 'grey';
  const late = Math.max(0, ...open.map((one) => daysLate(one, today)));
  if (late >= red) return 'red';
  return late >= yellow ? 'yellow' : 'green';
}
