import { type Static, Type } from 'typebox';
import { DayText, defineRoute, FenText, MonthText, orNull } from '#http/client';
import { AboutProject, AsOf, DimensionLight, EvaluationId, Light, OrgId, Percent } from './field.ts';

const LightCount = Type.Object({
  green: Type.Integer(),
  yellow: Type.Integer(),
  red: Type.Integer(),
  grey: Type.Integer(),
});

/** Amounts and what is computed from them are null where some project of the group lies outside the reader's scope. */
export const BoardSums = Type.Object({
  projects: Type.Integer(),
  reported: Type.Integer(),
  lights: LightCount,
  planFen: orNull(FenText),
  actualFen: orNull(FenText),
  planYearFen: orNull(FenText),
  /** 完成率: actual over plan, both to the month. */
  completion: Percent,
  /** 计划进度: plan to the month over the year's plan. */
  plannedProgress: Percent,
  /** Actual to the month over the year's plan. */
  actualProgress: Percent,
});
export type BoardSums = Static<typeof BoardSums>;

/** `id` filters the project list: a district's organisation, a category, a list. */
export const BoardGroup = Type.Object({ id: Type.String(), name: Type.String(), ...BoardSums.properties });
export type BoardGroup = Static<typeof BoardGroup>;

const InDistrict = { ...AboutProject, districtId: orNull(OrgId), district: orNull(Type.String()) };
const Missing = Type.Array(
  Type.Object({
    districtId: orNull(OrgId),
    district: Type.String(),
    projects: Type.Array(Type.Object(AboutProject)),
  }),
);

export const lightsBoard = defineRoute({
  method: 'GET',
  path: '/progress/lights',
  permission: 'lights.view',
  input: Type.Object({ asOf: AsOf }),
  output: Type.Object({
    asOf: DayText,
    today: DayText,
    /** The month whose evaluation stands on that day; null before the first. */
    month: orNull(MonthText),
    year: Type.Integer(),
    evaluationDay: Type.Integer(),
    rules: Type.Object({
      name: Type.String(),
      number: Type.Integer(),
      basis: Type.String(),
      platformDefault: Type.Boolean(),
    }),
    /** 时间进度. */
    timeProgress: Percent,
    total: BoardSums,
    /** In official order; a project counts in its leading district. */
    districts: Type.Array(BoardGroup),
    categories: Type.Array(BoardGroup),
    lists: Type.Array(BoardGroup),
    /** Red and yellow ones, the furthest behind first; of others than the reader's the figures are null. */
    behind: Type.Array(
      Type.Object({
        ...InDistrict,
        evaluationId: EvaluationId,
        overall: Light,
        dimensions: Type.Array(DimensionLight),
        planFen: orNull(FenText),
        actualFen: orNull(FenText),
        completion: Percent,
        why: orNull(Type.String()),
      }),
    ),
    /** Grey in the month of the lights. */
    notReported: Missing,
    /** The month to be reported now, counted live within the reader's scope. */
    reporting: Type.Object({
      month: MonthText,
      dueOn: DayText,
      owed: Type.Integer(),
      reported: Type.Integer(),
      missing: Missing,
    }),
    /** Owe no report and have no light, by reason. */
    apart: Type.Array(Type.Object({ reason: Type.String(), projects: Type.Array(Type.Object(InDistrict)) })),
    /** Plans of the year whose months do not add up to it, within the reader's scope. */
    mismatches: Type.Array(
      Type.Object({
        ...InDistrict,
        totalFen: orNull(FenText),
        monthsSumFen: FenText,
        differenceFen: FenText,
      }),
    ),
  }),
  refusals: ['lights.no_rule_set'],
  summary: '某日的亮灯情况：分地区、类别、清单的灯数和进度，未报、不计、计划不平分列',
});
