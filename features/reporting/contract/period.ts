import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, InstantText, MonthText, Nothing, oneOf, orNull } from '#http/client';
import { PeriodMonth, StepDue } from './field.ts';

export const PeriodDays = Type.Object({
  opensOn: DayText,
  steps: Type.Array(StepDue),
  lockOn: DayText,
  publishOn: DayText,
  /** The hour at which a due day ends; null: at midnight. */
  cutOffHour: orNull(Type.Integer()),
});
export type PeriodDays = Static<typeof PeriodDays>;

export const PeriodHead = Type.Object({
  month: MonthText,
  /** 2023年9月, or 2023年1—2月 where months are reported together. */
  name: Type.String(),
  months: Type.Array(MonthText),
  /** 办理中、已锁定、已发布. */
  stage: oneOf(['open', 'locked', 'published']),
  days: PeriodDays,
  note: orNull(Type.String()),
  assignedAt: InstantText,
  assignedBy: Type.String(),
  /** Grows with every change of its days; a change names the one it was made on. */
  version: Type.Integer(),
  lockedAt: orNull(InstantText),
  lockedBy: orNull(Type.String()),
  publishedAt: orNull(InstantText),
  publishedBy: orNull(Type.String()),
});
export type PeriodHead = Static<typeof PeriodHead>;

/** Months that could be assigned next, the days as the pack proposes them. */
const Proposal = Type.Object({
  month: MonthText,
  name: Type.String(),
  months: Type.Array(MonthText),
  days: PeriodDays,
});
export type PeriodProposal = Static<typeof Proposal>;

export const listPeriods = defineRoute({
  method: 'GET',
  path: '/reporting/periods',
  permission: 'reporting.view',
  input: Nothing,
  output: Type.Object({
    /** Newest first. */
    periods: Type.Array(PeriodHead),
    proposals: Type.Array(Proposal),
    mayAssign: Type.Boolean(),
  }),
  refusals: [],
  summary: '各报期，新的在前；附可以布置的月份和建议时限',
});

const DaysInput = {
  opensOn: dayText({ title: '开始填报' }),
  steps: Type.Array(Type.Object({ id: Type.String({ maxLength: 40 }), dueOn: dayText({ title: '截止' }) }), {
    title: '各环节截止日',
    maxItems: 10,
  }),
  lockOn: dayText({ title: '锁定' }),
  publishOn: dayText({ title: '发布' }),
  note: Type.Optional(orNull(Type.String({ title: '说明', maxLength: 500 }))),
};

const daysRefusals = [
  'period.changed_meanwhile',
  'period.steps_differ',
  'period.days_out_of_order',
  'secrecy.marked',
] as const;

export const assignPeriod = defineRoute({
  method: 'POST',
  path: '/reporting/periods',
  permission: 'reporting.assign',
  input: Type.Object({ ...PeriodMonth, ...DaysInput }),
  output: PeriodHead,
  refusals: [
    'period.assigned_already',
    'period.joined',
    'period.month_ahead',
    'period.locked',
    ...daysRefusals,
  ],
  summary: '布置一个月的填报，定各环节时限',
});

export const changeDays = defineRoute({
  method: 'PUT',
  path: '/reporting/periods/:month/days',
  permission: 'reporting.assign',
  input: Type.Object({
    ...PeriodMonth,
    version: Type.Integer({ title: '所见版本', minimum: 1 }),
    ...DaysInput,
  }),
  output: PeriodHead,
  refusals: ['period.not_found', 'period.locked', 'http.stale_version', ...daysRefusals],
  summary: '调整一个报期的时限；各次调整都留存',
});

export const lockPeriod = defineRoute({
  method: 'POST',
  path: '/reporting/periods/:month/lock',
  permission: 'reporting.lock',
  input: Type.Object({
    ...PeriodMonth,
    /** Rows are missing or not verified, and this was read. */
    confirmMissing: Type.Optional(Type.Boolean({ title: '确认有未核定的项目仍然锁定' })),
  }),
  output: PeriodHead,
  refusals: [
    'period.not_found',
    'period.month_not_over',
    'period.rows_missing',
    'period.earlier_unlocked',
    'lights.no_rule_set',
  ],
  summary: '锁定整月：评定亮灯并冻结数据；有未核定的先告知，再确认',
});

export const publishPeriod = defineRoute({
  method: 'POST',
  path: '/reporting/periods/:month/publish',
  permission: 'reporting.publish',
  input: Type.Object(PeriodMonth),
  output: PeriodHead,
  refusals: ['period.not_found', 'period.not_locked', 'period.changed_meanwhile'],
  summary: '发布已锁定的月份',
});
