import type { Fen } from '#kernel/money';
import { defineRefusals, ensure } from '#kernel/refusal';

defineRefusals({
  'year.december_not_locked': {
    status: 409,
    text: '{year}年12月尚未锁定，不能批准年末结转。请先在月度填报中锁定12月',
  },
  'year.december_missing': {
    status: 409,
    text: '项目“{name}”{year}年12月没有核定数，不能结转续建。请先补报并核定12月',
  },
  'year.reason_missing': { status: 422, text: '项目“{name}”的结转意见须写明理由' },
  'year.already_approved': {
    status: 409,
    text: '项目“{name}”的结转已批准，次年已开账；确需更正的，请在项目档案中改次年类别',
  },
  'year.not_decided': { status: 409, text: '没有可批准的结转意见。请先逐项确定意见' },
  'year.decision_changed': {
    status: 409,
    text: '项目“{name}”的结转意见已被他人修改，请刷新核对后再办理',
  },
  'year.not_in_year': { status: 404, text: '{year}年的清单中没有这个项目，或者它不单独计数' },
  'year.same_decider': { status: 403, text: '结转意见由{by}提出，须由另一人批准' },
});

/** 结转续建, 竣工, 转前期, 退出. */
export type YearDecision = 'continue' | 'complete' | 'prepare' | 'quit';

/** What is known of a project when its year ends. */
export type YearEnd = {
  readonly category: string | null;
  readonly stage: { readonly name: string; readonly started: boolean; readonly closed: boolean };
  /** No stage follows: 终止. */
  readonly ended: boolean;
  /** By the latest verified report of the year. */
  readonly reportedStarted: boolean;
  readonly totalFen: Fen | null;
  readonly doneBeforeFen: Fen | null;
  /** Verified for December; undefined: nothing was verified. */
  readonly decemberFen: Fen | undefined;
  /** The latest verified of the year, whichever month it was. */
  readonly latestFen: Fen | undefined;
  /** Whether it owed a report for December. */
  readonly owedDecember: boolean;
};

export type Proposal = { readonly decision: YearDecision; readonly because: string };

/** What the state of a project speaks for; a proposal, decided by people. */
export function proposeDecision(end: YearEnd): Proposal {
  const { stage, ended, totalFen } = end;
  if (stage.closed && stage.started) return { decision: 'complete', because: `已处于“${stage.name}”阶段` };
  if (ended) return { decision: 'quit', because: `已处于“${stage.name}”阶段` };
  const started = stage.started || end.reportedStarted || end.category === '在建';
  if (!started) return { decision: 'prepare', because: '至年末尚未开工' };
  const doneFen = doneToDate(end);
  if (totalFen !== null && totalFen > 0n && doneFen !== undefined && doneFen >= totalFen)
    return { decision: 'complete', because: '累计完成已达总投资，请核实是否竣工' };
  const paused = stage.closed ? `，现为“${stage.name}”` : '';
  return {
    decision: 'continue',
    because: totalFen === null ? `在建${paused}` : `在建，尚有未完成投资${paused}`,
  };
}

/**
 * Done before the next year: what was done before this year and, verified, in it. Undefined where December was owed and
 * nothing was verified: then nobody knows. An unknown earlier amount adds nothing.
 */
export function doneToDate(end: YearEnd): Fen | undefined {
  const inYear = end.owedDecember ? end.decemberFen : (end.decemberFen ?? end.latestFen ?? 0n);
  return inYear === undefined ? undefined : (end.doneBeforeFen ?? 0n) + inYear;
}

/** The category in the next year's lists; undefined: the project is on none of them. */
export function nextCategory(decision: YearDecision): '在建' | '前期' | undefined {
  if (decision === 'continue') return '在建';
  return decision === 'prepare' ? '前期' : undefined;
}

/** What the next year opens with; refused where December was owed and is missing. */
export function openingOf(end: YearEnd, decision: YearDecision, about: { name: string; year: number }): Fen {
  const doneFen = doneToDate(end);
  ensure(doneFen !== undefined || nextCategory(decision) === undefined, 'year.december_missing', about);
  return doneFen ?? 0n;
}
