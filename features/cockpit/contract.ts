import { type Static, Type } from 'typebox';
import { DayText, defineRoute, FenText, InstantText, idText, MonthText, oneOf, orNull } from '#http/client';

const OrgId = idText<'organisation'>();
const Light = oneOf(['green', 'yellow', 'red', 'grey']);
/** In percent with one decimal; null where a part is not known or there is no whole. */
const Percent = orNull(Type.String());
const Money = orNull(FenText);
/** 绿、黄、红、灰. */
const Lights = Type.Object({
  green: Type.Integer(),
  yellow: Type.Integer(),
  red: Type.Integer(),
  grey: Type.Integer(),
});
export type Lights = Static<typeof Lights>;
const Counted = { projects: Type.Integer(), lights: Lights, lightsBefore: orNull(Lights) };

const YearFigures = Type.Object({
  ...Counted,
  /** Without a verified report for the month; without any plan for the year. */
  unreported: Type.Integer(),
  withoutPlan: Type.Integer(),
  /** The months of the plan that stands, added up; to the month shown, to December. */
  planFen: FenText,
  planYearFen: FenText,
  actualFen: FenText,
  /** 完成率 to the month over all, and over those that reported. */
  completion: Percent,
  reportedCompletion: Percent,
  /** 计划进度, 年度完成率: planned and done to the month over the year's plan. */
  plannedProgress: Percent,
  actualProgress: Percent,
  lastYearActualFen: Money,
});
export type YearFigures = Static<typeof YearFigures>;

const Forecast = Type.Object({
  lowFen: FenText,
  highFen: FenText,
  byCompletionFen: Money,
  byRateFen: FenText,
  rateMonths: Type.Integer(),
});
export type Forecast = Static<typeof Forecast>;

/** January to December, accumulated; null where there is nothing yet. */
const Trend = Type.Object({
  plan: Type.Array(Money),
  actual: Type.Array(Money),
  lastYear: orNull(Type.Array(Money)),
});
export type Trend = Static<typeof Trend>;

const ListTile = Type.Object({ id: Type.String(), name: Type.String(), ...Counted });
export type ListTile = Static<typeof ListTile>;

const DistrictTile = Type.Object({
  orgId: OrgId,
  name: Type.String(),
  column: Type.Integer(),
  row: Type.Integer(),
  projects: Type.Integer(),
  lights: Lights,
  /** null: no light there this month. */
  worst: orNull(Light),
});
export type DistrictTile = Static<typeof DistrictTile>;

const WorstRow = Type.Object({
  projectId: idText<'project'>(),
  number: Type.String(),
  name: Type.String(),
  district: orNull(Type.String()),
  shortfallFen: FenText,
  weight: Type.Integer(),
  daysRed: orNull(Type.Integer()),
  cause: Type.String(),
  /** As the project reported it, or the sentence of the rule where it said nothing. */
  causeFrom: oneOf(['report', 'rule']),
  /** What people hold of the light, beside it. */
  notes: Type.Array(
    Type.Object({
      kind: oneOf(['override', 'confidence']),
      value: Type.String(),
      reason: Type.String(),
      /** null in meeting mode. */
      signedBy: orNull(Type.String()),
    }),
  ),
  /** Empty in meeting mode. */
  owners: Type.Array(Type.Object({ kind: Type.String(), name: Type.String() })),
});
export type WorstRow = Static<typeof WorstRow>;

const RankingRow = Type.Object({
  orgId: OrgId,
  name: Type.String(),
  place: orNull(Type.Integer()),
  placeBefore: orNull(Type.Integer()),
  completion: Percent,
});
export type RankingRow = Static<typeof RankingRow>;

export const CockpitView = Type.Object({
  city: Type.String(),
  today: DayText,
  /** The last month locked; before the first lock the last one evaluated. null: none yet. */
  month: orNull(MonthText),
  asOf: orNull(DayText),
  lockedAt: orNull(InstantText),
  /** Months of the year gone by over twelve. */
  timeProgress: Percent,
  /** Whose amounts the reader sees: the city's, those of his own office, nobody's. */
  about: Type.Object({ kind: oneOf(['city', 'district', 'department', 'none']), name: Type.String() }),
  year: orNull(YearFigures),
  forecast: orNull(Forecast),
  trend: orNull(Trend),
  /** Of the whole city, for everybody. */
  cityLights: Type.Object(Counted),
  lists: Type.Array(ListTile),
  tiles: Type.Array(DistrictTile),
  ranking: Type.Array(RankingRow),
  /** Within the reader's scope. */
  worst: Type.Array(WorstRow),
  importance: Type.Object({
    /** A clause, or 平台默认值. */
    basis: Type.String(),
    /** Each weight in words. */
    weights: Type.Array(Type.String()),
  }),
});
export type CockpitView = Static<typeof CockpitView>;

export const cockpit = defineRoute({
  method: 'GET',
  path: '/cockpit',
  permission: 'cockpit.view',
  input: Type.Object({
    /** Meeting mode: nobody is named beside a red light. */
    meeting: Type.Optional(Type.Boolean({ title: '会议模式' })),
  }),
  output: CockpitView,
  refusals: [],
  summary: '驾驶舱：所示月份的全年进度、清单、地区、最要紧的十项、排名、趋势和预计',
});
