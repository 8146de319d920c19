import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, idText, MonthText, monthText, oneOf, orNull } from '#http/client';
import { IndicatorId, IndicatorView, PartyView, WholeOrNull, wholeText, Year } from './party.ts';

const Compared = Type.Object({
  ...PartyView.properties,
  reported: WholeOrNull,
  statistics: WholeOrNull,
  /** Our own figure less the bureau's: a fact, not a fault. */
  difference: WholeOrNull,
  /** The words that stood when it was entered. */
  caliber: orNull(Type.String()),
  source: orNull(Type.String()),
  statedOn: orNull(DayText),
});
export type Compared = Static<typeof Compared>;

export const compareFigures = defineRoute({
  method: 'GET',
  path: '/statistics/comparison',
  permission: 'statistics.view',
  input: Type.Object({ month: monthText({ title: '月份' }) }),
  output: Type.Object({
    month: MonthText,
    indicators: Type.Array(Type.Object({ indicator: IndicatorView, rows: Type.Array(Compared) })),
  }),
  refusals: [],
  summary: '调度数与统计数并列，各附口径；两者不要求一致',
});

const TotalInput = {
  indicator: IndicatorId,
  kind: oneOf(['city', 'district'], { title: '单位类别' }),
  party: Type.String({ title: '地区', pattern: '^(city|[0-9a-f-]{36})$' }),
  month: monthText({ title: '月份' }),
  value: orNull(wholeText('累计数')),
};

const Finding = Type.Object({
  row: Type.Integer(),
  column: Type.String(),
  value: Type.String(),
  message: Type.String(),
  remedy: Type.String(),
});
export type Finding = Static<typeof Finding>;

const fileRefusals = ['sheets.empty_file', 'sheets.file_too_large', 'statistics.no_header', 'secrecy.marked'];

export const readTotalsFile = defineRoute({
  method: 'POST',
  path: '/statistics/totals/read',
  permission: 'statistics.record',
  upload: true,
  input: Type.Object({}),
  output: Type.Object({
    rows: Type.Array(Type.Object({ ...TotalInput, row: Type.Integer(), partyName: Type.String() })),
    findings: Type.Array(Finding),
  }),
  refusals: fileRefusals,
  summary: '读取统计数表格（地区、月份、指标、累计数），只检查不写入',
});

export const recordTotals = defineRoute({
  method: 'POST',
  path: '/statistics/totals',
  permission: 'statistics.record',
  input: Type.Object({
    rows: Type.Array(Type.Object(TotalInput), { minItems: 1, maxItems: 5000, title: '统计数' }),
    source: Type.String({ title: '数据来源', minLength: 1, maxLength: 200 }),
    statedOn: dayText({ title: '来源日期' }),
  }),
  output: Type.Object({ recorded: Type.Integer() }),
  refusals: [
    'target.no_indicator',
    'target.no_party',
    'target.value_wrong',
    'figure.not_published',
    'figure.of_districts_only',
    'figure.source_empty',
    'figure.stated_in_future',
    'figure.month_not_over',
    'secrecy.marked',
  ],
  summary: '录入统计部门公布的分地区总数',
});

const RosterRow = Type.Object({
  projectId: idText<'project'>(),
  number: Type.String(),
  name: Type.String(),
  districts: Type.Array(Type.String()),
  /** On the bureau's roster: null, nobody said. */
  onRoster: orNull(Type.Boolean()),
  enteredOn: orNull(DayText),
  source: orNull(Type.String()),
  statedOn: orNull(DayText),
  /** What the latest monthly report says. */
  reported: orNull(Type.Boolean()),
});
export type RosterRow = Static<typeof RosterRow>;

export const rosterViews = ['entered', 'only-roster', 'only-reports', 'all'] as const;

export const readRoster = defineRoute({
  method: 'GET',
  path: '/statistics/roster',
  permission: 'statistics.view',
  input: Type.Object({ year: Year, view: Type.Optional(oneOf(rosterViews, { title: '情况' })) }),
  output: Type.Object({
    counts: Type.Record(Type.String(), Type.Integer()),
    rows: Type.Array(RosterRow),
  }),
  refusals: [],
  summary: '入统名册：哪个项目自何日入统，与月报所报并列',
});

export const readRosterFile = defineRoute({
  method: 'POST',
  path: '/statistics/roster/read',
  permission: 'statistics.record',
  upload: true,
  input: Type.Object({}),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        row: Type.Integer(),
        projectId: idText<'project'>(),
        number: Type.String(),
        name: Type.String(),
        enteredOn: DayText,
      }),
    ),
    findings: Type.Array(Finding),
  }),
  refusals: fileRefusals,
  summary: '读取入统名册表格（项目代码、编号或名称，入统日期），只检查不写入',
});

export const recordRoster = defineRoute({
  method: 'POST',
  path: '/statistics/roster',
  permission: 'statistics.record',
  input: Type.Object({
    rows: Type.Array(
      Type.Object({
        projectId: idText<'project'>({ title: '项目' }),
        enteredOn: dayText({ title: '入统日期' }),
      }),
      { minItems: 1, maxItems: 20000, title: '名册' },
    ),
    source: Type.String({ title: '数据来源', minLength: 1, maxLength: 200 }),
    statedOn: dayText({ title: '来源日期' }),
  }),
  output: Type.Object({ recorded: Type.Integer() }),
  refusals: [
    'project.outside_scope',
    'statistics.roster_day_wrong',
    'figure.source_empty',
    'figure.stated_in_future',
    'secrecy.marked',
  ],
  summary: '录入入统名册',
});
