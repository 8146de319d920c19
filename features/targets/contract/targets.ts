import { type Static, Type } from 'typebox';
import {
  DayText,
  Done,
  dayText,
  defineRoute,
  InstantText,
  MonthText,
  monthText,
  Nothing,
  type OutputOf,
  oneOf,
  orNull,
} from '#http/client';
import {
  IndicatorId,
  IndicatorView,
  PartyInput,
  PartyView,
  Whole,
  WholeOrNull,
  wholeText,
  Year,
} from './party.ts';

export const targetChoices = defineRoute({
  method: 'GET',
  path: '/targets/choices',
  permission: 'target.view',
  input: Nothing,
  output: Type.Object({
    today: DayText,
    /** The month whose figures are shown unless another is chosen. */
    month: MonthText,
    years: Type.Array(Type.Integer()),
    indicators: Type.Array(IndicatorView),
    parties: Type.Array(PartyView),
    mayRecordStatistics: Type.Boolean(),
    /** Departments may have targets; these have none yet. */
    departments: Type.Array(PartyView),
  }),
  refusals: [],
  summary: '年度目标的指标、口径和单位',
});

/** What the screens offer to choose from. */
export type TargetChoices = OutputOf<typeof targetChoices>;

const Line = {
  value: WholeOrNull,
  /** Last year's amount in fen; growth only. */
  base: WholeOrNull,
  months: orNull(Type.Array(Whole, { minItems: 12, maxItems: 12, title: '各月' })),
};

const Standing = {
  number: Type.Integer(),
  reason: orNull(Type.String()),
  approver: orNull(Type.String()),
  by: orNull(Type.String()),
  at: orNull(InstantText),
};

const TargetRow = Type.Object({
  ...PartyView.properties,
  ...Line,
  ...Standing,
  /** `months`: an office breaks its own year down. */
  mayEdit: oneOf(['all', 'months', 'none']),
});
export type TargetRow = Static<typeof TargetRow>;

const Unreconciled = Type.Object({
  indicator: Type.String(),
  what: oneOf([
    'districts',
    'districts-month',
    'departments',
    'months',
    'bases',
    'not-broken-down',
    'missing-district',
    'no-months',
    'no-base',
  ]),
  ...PartyView.properties,
  month: orNull(Type.Integer()),
  whole: WholeOrNull,
  parts: WholeOrNull,
  difference: WholeOrNull,
});
export type Unreconciled = Static<typeof Unreconciled>;

export const readTargets = defineRoute({
  method: 'GET',
  path: '/targets',
  permission: 'target.view',
  input: Type.Object({ year: Year, indicator: IndicatorId }),
  output: Type.Object({
    year: Type.Integer(),
    indicator: IndicatorView,
    rows: Type.Array(TargetRow),
    unreconciled: Type.Array(Unreconciled),
  }),
  refusals: ['target.no_indicator'],
  summary: '一个指标的年度目标，分解到区市县、部门和各月',
});

export const targetHistory = defineRoute({
  method: 'GET',
  path: '/targets/versions',
  permission: 'target.view',
  input: Type.Object({ year: Year, indicator: IndicatorId }),
  output: Type.Array(Type.Object({ ...PartyView.properties, ...Line, ...Standing })),
  refusals: ['target.no_indicator'],
  summary: '一个指标年度目标的全部版本',
});

export const saveTargets = defineRoute({
  method: 'POST',
  path: '/targets',
  permission: 'target.break-down',
  input: Type.Object({
    year: Year,
    indicator: IndicatorId,
    lines: Type.Array(
      Type.Object({
        ...PartyInput,
        /** The version the editor saw; 0 where nothing was set. */
        expectedNumber: Type.Integer({ minimum: 0, title: '版本' }),
        ...Line,
      }),
      { minItems: 1, maxItems: 200, title: '各单位目标' },
    ),
    reason: Type.Optional(orNull(Type.String({ title: '原因', maxLength: 500 }))),
    approver: Type.Optional(orNull(Type.String({ title: '批准人或批准文件', maxLength: 100 }))),
  }),
  output: Type.Object({ changed: Type.Integer(), unreconciled: Type.Array(Unreconciled) }),
  refusals: [
    'target.no_indicator',
    'target.no_party',
    'target.stale',
    'target.value_wrong',
    'target.months_without_year',
    'target.base_only_growth',
    'target.reason_missing',
    'target.year_not_yours',
    'access.same_person',
    'secrecy.marked',
  ],
  summary: '下达或调整年度目标；区市县和部门只能把本单位全年目标分解到月',
});

export const unreconciledTargets = defineRoute({
  method: 'GET',
  path: '/targets/unreconciled',
  permission: 'target.view',
  input: Type.Object({ year: Year }),
  output: Type.Object({ indicators: Type.Array(IndicatorView), rows: Type.Array(Unreconciled) }),
  refusals: [],
  summary: '年度目标中对不上的：全市减各地区之和、全年减各月之和',
});

const Achieved = Type.Object({
  ...PartyView.properties,
  target: WholeOrNull,
  /** To be reached by the end of the month; null where the year is not broken down. */
  toMonth: WholeOrNull,
  /** Null where nobody said, or where it is a sum of projects outside the reader's scope. */
  actual: WholeOrNull,
  /** The month the figure is of, where it is an earlier one. */
  actualMonth: orNull(MonthText),
  source: orNull(Type.String()),
  mayRecord: Type.Boolean(),
});
export type Achieved = Static<typeof Achieved>;

export const achievement = defineRoute({
  method: 'GET',
  path: '/targets/achievement',
  permission: 'target.view',
  input: Type.Object({ month: monthText({ title: '月份' }) }),
  output: Type.Object({
    month: MonthText,
    indicators: Type.Array(Type.Object({ indicator: IndicatorView, rows: Type.Array(Achieved) })),
  }),
  refusals: [],
  summary: '年度目标完成情况：目标、应完成、实际完成',
});

export const recordOwnFigure = defineRoute({
  method: 'POST',
  path: '/targets/figures',
  permission: 'target.record',
  input: Type.Object({
    ...PartyInput,
    indicator: IndicatorId,
    month: monthText({ title: '月份' }),
    value: orNull(wholeText('累计完成数')),
    source: Type.String({ title: '数据来源', minLength: 1, maxLength: 200 }),
    statedOn: dayText({ title: '来源日期' }),
  }),
  output: Done,
  refusals: [
    'target.no_indicator',
    'target.no_party',
    'target.value_wrong',
    'figure.not_owned',
    'figure.source_empty',
    'figure.stated_in_future',
    'figure.month_not_over',
    'secrecy.marked',
  ],
  summary: '填报由本单位掌握的指标累计完成数',
});

export const exportTargets = defineRoute({
  method: 'GET',
  path: '/targets/export',
  permission: 'target.export',
  input: Type.Object({ month: monthText({ title: '月份' }) }),
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: [],
  summary: '导出年度目标、完成情况和对不上的（XLSX）',
  audited: true,
});
