import { addToMonth, type Month, monthOfYear, yearOfMonth } from '#kernel/month';
import { defineRefusals, ensure } from '#kernel/refusal';
import { type Plan, type PlanVersion, samePlan } from './plan.ts';

defineRefusals({
  'plan.months_incomplete': { status: 422, text: '年度计划须有12个月，现有 {count} 个' },
  'plan.revision_unexplained': {
    status: 422,
    text: '调整已批准的计划须写明理由和批准人（命令行用 --reason 和 --approver）',
  },
  'plan.year_closed': { status: 409, text: '{year}年12月已评价，当年计划不能再调整' },
  'plan.twice': { status: 422, text: '同一项目同一年度的计划出现两次' },
});

export type PlanApproval = {
  readonly reason?: string | null;
  readonly approver?: string | null;
  /** Not before this month, as where many plans change together (中期调整); by default from the first open month. */
  readonly fromMonth?: Month;
};

export type PlanDecision =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'baseline' | 'revision';
      readonly number: number;
      readonly effectiveFrom: Month;
      readonly reason: string | null;
      readonly approver: string | null;
    };

/**
 * What approving a plan comes to. The first one, or the first after all before it were taken back, is the baseline;
 * later ones need reason and approver. None reaches back into a month that was evaluated.
 */
export function nextPlan(
  plan: Plan,
  versions: readonly PlanVersion[],
  latestLit: Month | undefined,
  { reason = null, approver = null, fromMonth }: PlanApproval,
): PlanDecision {
  ensure(plan.monthsFen.length === 12, 'plan.months_incomplete', { count: plan.monthsFen.length });
  const latest = versions.at(-1);
  const standing = latest && latest.kind !== 'withdrawal' ? latest : undefined;
  if (standing && samePlan(standing, plan)) return { kind: 'unchanged' };
  const open = openMonthOf(plan.year, latestLit);
  const effectiveFrom = open && fromMonth && fromMonth > open ? fromMonth : open;
  const inYear = effectiveFrom !== undefined && yearOfMonth(effectiveFrom) === plan.year;
  ensure(inYear, 'plan.year_closed', { year: plan.year });
  const number = (latest?.number ?? 0) + 1;
  if (!standing) return { kind: 'baseline', number, effectiveFrom, reason, approver };
  ensure(reason && approver, 'plan.revision_unexplained', { subjectId: plan.subjectId });
  return { kind: 'revision', number, effectiveFrom, reason, approver };
}

/** The first month of the year that was not evaluated; undefined if none is left. */
export function openMonthOf(year: number, latestLit: Month | undefined): Month | undefined {
  if (latestLit === undefined || yearOfMonth(latestLit) < year) return monthOfYear(year, 1);
  const next = addToMonth(latestLit, 1);
  return yearOfMonth(next) === year ? next : undefined;
}
