import type { PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';

defineRefusals({
  'plan_window.not_found': { status: 404, text: '没有这次中期调整' },
  'plan_window.days_reversed': { status: 422, text: '起始日{opensOn}晚于截止日{closesOn}，请改正' },
  'plan_window.standing': {
    status: 409,
    text: '{year}年已有一次中期调整（{opensOn}至{closesOn}）尚未办结。请先批准或撤销',
  },
  'plan_window.not_open': {
    status: 409,
    text: '申报时间为{opensOn}至{closesOn}，现在不能申报。窗口之外的调整请在项目的年度计划中逐项办理',
  },
  'plan_window.ended': { status: 409, text: '这次中期调整已办结，不能再申报或批准' },
  'plan_window.not_in_year': { status: 422, text: '项目不在{year}年的清单中，或者已不单独计数' },
  'plan_window.twice': { status: 422, text: '同一项目申报了两次' },
  'plan_window.reason_missing': { status: 422, text: '项目“{name}”须写明调整理由' },
  'plan_window.month_negative': { status: 422, text: '{months}的计划为负数，请改正' },
  'plan_window.months_missing': { status: 422, text: '项目“{name}”一个月的计划都没有填' },
  'plan_window.proposal_stale': {
    status: 409,
    text: '项目“{names}”的申报已被他人修改，请刷新核对后再保存',
  },
  'plan_window.nothing_proposed': { status: 409, text: '没有可批准的申报' },
  'plan_window.changed_since': {
    status: 409,
    text: '现有 {now} 项申报，您看到的是 {seen} 项。请刷新核对后再批准',
  },
  'plan_window.plans_changed': {
    status: 409,
    text: '申报之后，这些项目的计划另有变动：{names}。请重新申报后再批准',
  },
});

type Window = {
  readonly opensOn: PlainDate;
  readonly closesOn: PlainDate;
  readonly end: { readonly outcome: 'approved' | 'cancelled' } | null;
};

type WindowState = 'coming' | 'open' | 'closed' | 'approved' | 'cancelled';

/** Proposals are taken on its days, the first and the last included; what ended stays ended. */
export function windowState({ opensOn, closesOn, end }: Window, today: PlainDate): WindowState {
  if (end) return end.outcome;
  if (today < opensOn) return 'coming';
  return today > closesOn ? 'closed' : 'open';
}

export function ensureStanding(window: Window): void {
  ensure(!window.end, 'plan_window.ended');
}

export function ensureTakesProposals(window: Window, today: PlainDate): void {
  ensureStanding(window);
  const { opensOn, closesOn } = window;
  ensure(windowState(window, today) === 'open', 'plan_window.not_open', { opensOn, closesOn });
}
