import { type Static, Type } from 'typebox';
import {
  DayText,
  Done,
  dayText,
  defineRoute,
  FenText,
  InstantText,
  MonthText,
  oneOf,
  orNull,
} from '#http/client';
import { Approver, MonthsFen, ProjectId, Reason, WindowId, Year } from './field.ts';

const Document = {
  documentNumber: Type.String({ title: '文号', minLength: 1, maxLength: 60 }),
  documentTitle: Type.String({ title: '文件标题', minLength: 1, maxLength: 200 }),
  documentDay: dayText({ title: '发文日期' }),
};
const DocumentView = Type.Object({ number: Type.String(), title: Type.String(), day: DayText });
const OneWindow = { id: WindowId };

export const WindowView = Type.Object({
  windowId: WindowId,
  year: Type.Integer(),
  opensOn: DayText,
  closesOn: DayText,
  document: DocumentView,
  openedBy: Type.String(),
  openedAt: InstantText,
  /** Before its first day, within its days, after them, or ended. */
  state: oneOf(['coming', 'open', 'closed', 'approved', 'cancelled']),
  end: orNull(
    Type.Object({
      document: orNull(DocumentView),
      approver: orNull(Type.String()),
      reason: orNull(Type.String()),
      effectiveFrom: orNull(MonthText),
      plans: Type.Integer(),
      by: Type.String(),
      at: InstantText,
    }),
  ),
});
export type WindowView = Static<typeof WindowView>;

export const planWindows = defineRoute({
  method: 'GET',
  path: '/year/windows',
  permission: 'plan-window.view',
  input: Type.Object({ year: Year }),
  output: Type.Object({ windows: Type.Array(WindowView), mayOpen: Type.Boolean() }),
  refusals: [],
  summary: '某年各次中期调整窗口',
});

export const openWindow = defineRoute({
  method: 'POST',
  path: '/year/windows',
  permission: 'plan-window.open',
  input: Type.Object({
    year: Year,
    opensOn: dayText({ title: '起始日' }),
    closesOn: dayText({ title: '截止日' }),
    ...Document,
  }),
  output: Type.Object({ windowId: WindowId }),
  refusals: [
    'plan_window.days_reversed',
    'plan_window.standing',
    'plan_window.no_period_left',
    'secrecy.marked',
  ],
  summary: '开放一次中期调整，写明起止日和依据文件',
});

export const WindowRow = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  districtId: orNull(Type.String()),
  district: orNull(Type.String()),
  category: orNull(Type.String()),
  /** The plan that stands; number 0: there is none. */
  planNumber: Type.Integer(),
  monthsFen: Type.Array(orNull(FenText)),
  totalFen: orNull(FenText),
  proposal: orNull(
    Type.Object({
      number: Type.Integer(),
      /** The version its author had in view; another stands by now where it differs. */
      planNumber: Type.Integer(),
      monthsFen: Type.Array(orNull(FenText)),
      totalFen: FenText,
      reason: Type.String(),
      by: Type.String(),
      at: InstantText,
    }),
  ),
  /** The latest number of a proposal, also of one taken back; 0: none. */
  proposalNumber: Type.Integer(),
});
export type WindowRow = Static<typeof WindowRow>;

export const planWindow = defineRoute({
  method: 'GET',
  path: '/year/windows/:id',
  permission: 'plan-window.view',
  input: Type.Object(OneWindow),
  output: Type.Object({
    window: WindowView,
    rows: Type.Array(WindowRow),
    /** From which month on plans would hold if approved today; null where none is left. */
    effectiveFrom: orNull(MonthText),
    mayPropose: Type.Boolean(),
    mayApprove: Type.Boolean(),
    mayCancel: Type.Boolean(),
  }),
  refusals: ['plan_window.not_found'],
  summary: '一次中期调整：范围内各项目的现行计划和申报的新计划',
});

export const proposePlans = defineRoute({
  method: 'PUT',
  path: '/year/windows/:id/proposals',
  permission: 'plan-window.propose',
  input: Type.Object({
    ...OneWindow,
    proposals: Type.Array(
      Type.Object({
        projectId: ProjectId,
        planNumber: Type.Integer({ title: '所见计划版本', minimum: 0 }),
        expectedNumber: Type.Integer({ title: '所见申报版本', minimum: 0 }),
        monthsFen: MonthsFen,
        reason: Type.String({ title: '调整理由', maxLength: 500 }),
        withdrawn: Type.Optional(Type.Boolean({ title: '撤回' })),
      }),
      { title: '申报', minItems: 1, maxItems: 2000 },
    ),
  }),
  output: Type.Object({ saved: Type.Integer() }),
  refusals: [
    'plan_window.not_found',
    'plan_window.not_open',
    'plan_window.ended',
    'plan_window.not_in_year',
    'plan_window.twice',
    'plan_window.reason_missing',
    'plan_window.proposal_stale',
    'plan_window.months_missing',
    'plan_window.month_negative',
    'secrecy.marked',
  ],
  summary: '申报多个项目调整后的月度计划，逐项写明理由；或撤回申报',
});

export const approveWindow = defineRoute({
  method: 'POST',
  path: '/year/windows/:id/approve',
  permission: 'plan-window.approve',
  input: Type.Object({
    ...OneWindow,
    ...Document,
    approver: Approver,
    /** Of how many proposals the approver had in view. */
    proposals: Type.Integer({ title: '申报项数', minimum: 1 }),
  }),
  output: Type.Object({ plans: Type.Integer(), unchanged: Type.Integer(), effectiveFrom: MonthText }),
  refusals: [
    'plan_window.not_found',
    'plan_window.ended',
    'plan_window.nothing_proposed',
    'plan_window.changed_since',
    'plan_window.plans_changed',
    'plan_window.no_period_left',
    'access.same_person',
    'secrecy.marked',
  ],
  summary: '一并批准全部申报，引用批准文件；自下期起执行，全部成功或全部不变',
});

export const cancelWindow = defineRoute({
  method: 'POST',
  path: '/year/windows/:id/cancel',
  permission: 'plan-window.cancel',
  input: Type.Object({ ...OneWindow, reason: Reason }),
  output: Done,
  refusals: ['plan_window.not_found', 'plan_window.ended', 'secrecy.marked'],
  summary: '撤销一次中期调整，须写明理由；申报留存，计划不变',
});
