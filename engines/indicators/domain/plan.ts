import type { Fen } from '#kernel/money';
import { type Month, monthNumber } from '#kernel/month';
import { type Rational, rational } from '#kernel/rational';
import type { SubjectId } from './subject.ts';

/** Twelve increments, January to December; null where nothing was written. */
export type MonthsFen = readonly (Fen | null)[];

/** A yearly plan as it was approved: what the twelve months and the year say, also where they disagree. */
export type Plan = {
  readonly subjectId: SubjectId;
  readonly year: number;
  readonly monthsFen: MonthsFen;
  readonly totalFen: Fen | null;
};

export type PlanVersion = Plan & {
  readonly planId: string;
  readonly number: number;
  readonly kind: 'baseline' | 'revision' | 'withdrawal';
  /** Months before it keep the version they were evaluated with. */
  readonly effectiveFrom: Month;
  readonly reason: string | null;
  readonly approver: string | null;
  readonly source: string | null;
  readonly importId: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
};

/** The plan accumulated from January to the month; a blank month counts nothing. Null if no month is planned at all. */
export function planToMonth(monthsFen: MonthsFen, month: Month): Fen | null {
  if (monthsFen.every((fen) => fen === null)) return null;
  return sumOf(monthsFen.slice(0, monthNumber(month)));
}

/** Planned progress (计划进度): the plan accumulated to the month over the year's plan. Null without a year's plan. */
export function plannedProgress(plan: Plan, month: Month): Rational | null {
  if (plan.totalFen === null || plan.totalFen === 0n) return null;
  return rational(planToMonth(plan.monthsFen, month) ?? 0n, plan.totalFen);
}

/** Time progress (时间进度): months passed over twelve, whatever was planned. */
export function timeProgress(month: Month): Rational {
  return rational(monthNumber(month), 12);
}

/** A year's plan that its months do not add up to. */
export type PlanMismatch = {
  readonly subjectId: SubjectId;
  readonly year: number;
  readonly totalFen: Fen | null;
  readonly monthsSumFen: Fen;
  readonly differenceFen: Fen;
};

/** Undefined where they agree, or where no month is planned at all: then there is nothing to compare. */
export function mismatchOf(plan: Plan): PlanMismatch | undefined {
  if (plan.monthsFen.every((fen) => fen === null)) return undefined;
  const monthsSumFen = sumOf(plan.monthsFen);
  const differenceFen = monthsSumFen - (plan.totalFen ?? 0n);
  if (plan.totalFen !== null && differenceFen === 0n) return undefined;
  const { subjectId, year, totalFen } = plan;
  return { subjectId, year, totalFen, monthsSumFen, differenceFen };
}

export function samePlan(a: Plan, b: Plan): boolean {
  return a.totalFen === b.totalFen && a.monthsFen.every((fen, at) => fen === b.monthsFen[at]);
}

function sumOf(amounts: MonthsFen): Fen {
  return amounts.reduce<Fen>((sum, fen) => sum + (fen ?? 0n), 0n);
}
