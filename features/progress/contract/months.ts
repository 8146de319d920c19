import { type Static, Type } from 'typebox';
import { DayText, defineRoute, FenText, InstantText, MonthText, oneOf, orNull } from '#http/client';
import {
  AboutProject,
  AsOf,
  Category,
  ContradictionView,
  DimensionLight,
  EvaluationId,
  Light,
  OrgId,
  Percent,
  ProjectId,
  ReportFacts,
  Year,
} from './field.ts';

export const ReportView = Type.Object({
  /** 1 for the first; a correction is the next number, and the highest stands. */
  number: Type.Integer(),
  ...ReportFacts,
  receivedOn: DayText,
  source: orNull(Type.String()),
  correctionReason: orNull(Type.String()),
  recordedAt: InstantText,
  recordedBy: Type.String(),
});
export type ReportView = Static<typeof ReportView>;

const MonthLight = Type.Object({
  overall: Light,
  evaluationId: EvaluationId,
  evaluatedOn: DayText,
  dimensions: Type.Array(DimensionLight),
});

export const MonthLine = Type.Object({
  month: MonthText,
  owes: Type.Boolean(),
  category: Category,
  /** Published or about to be: only 补报 and 更正, which are asked for, follow. */
  locked: Type.Boolean(),
  /** Why no report is owed: 前期、已完工、暂停 … */
  reason: orNull(Type.String()),
  /** Of the plan version that holds for this month; null outside the reader's scope, as all amounts. */
  planFen: orNull(FenText),
  planCumFen: orNull(FenText),
  baselineCumFen: orNull(FenText),
  planNumber: orNull(Type.Integer()),
  /** Reported and verified stand apart; neither replaces the other. */
  reported: orNull(ReportView),
  verified: orNull(ReportView),
  /** The latest numbers, also of what was taken back; 0 for none. A save names the one it was made on. */
  reportNumber: Type.Integer(),
  verifiedNumber: Type.Integer(),
  /** The report was corrected after it had been verified. */
  verificationOutdated: Type.Boolean(),
  returned: orNull(
    Type.Object({ reason: Type.String(), by: Type.String(), at: InstantText, number: Type.Integer() }),
  ),
  contradictions: Type.Array(ContradictionView),
  light: orNull(MonthLight),
  /** 计划进度: the plan to the month over the year's plan. */
  plannedProgress: Percent,
  /** What was reported to the month over the year's plan. */
  actualProgress: Percent,
  /** 时间进度: months passed over twelve. */
  timeProgress: Type.String(),
});
export type MonthLine = Static<typeof MonthLine>;

export const PlanVersionView = Type.Object({
  number: Type.Integer(),
  kind: oneOf(['baseline', 'revision', 'withdrawal']),
  effectiveFrom: MonthText,
  totalFen: orNull(FenText),
  monthsFen: Type.Array(orNull(FenText)),
  monthsSumFen: FenText,
  reason: orNull(Type.String()),
  approver: orNull(Type.String()),
  source: orNull(Type.String()),
  recordedAt: InstantText,
  recordedBy: Type.String(),
});
export type PlanVersionView = Static<typeof PlanVersionView>;

export const projectMonths = defineRoute({
  method: 'GET',
  path: '/progress/projects/:id/months',
  permission: 'report.view',
  input: Type.Object({ id: ProjectId, year: Type.Optional(Year), asOf: AsOf }),
  output: Type.Object({
    ...AboutProject,
    year: Type.Integer(),
    /** Years in which the project stands on a list. */
    years: Type.Array(Type.Integer()),
    asOf: DayText,
    today: DayText,
    districts: Type.Array(Type.Object({ orgId: OrgId, name: Type.String() })),
    stageName: Type.String(),
    withinScope: Type.Boolean(),
    totalFen: orNull(FenText),
    doneBeforeFen: orNull(FenText),
    /** The version that stands now, the baseline included; empty outside the reader's scope. */
    planNumber: Type.Integer(),
    planVersions: Type.Array(PlanVersionView),
    /** Months less year; null where they agree or there is nothing to compare. */
    planDifferenceFen: orNull(FenText),
    may: Type.Object({
      fill: Type.Boolean(),
      review: Type.Boolean(),
      verify: Type.Boolean(),
      plan: Type.Boolean(),
    }),
    months: Type.Array(MonthLine, { minItems: 12, maxItems: 12 }),
  }),
  refusals: ['project.not_found'],
  summary: '项目某年逐月的计划、填报值、核定值和灯；范围之外金额为空',
});
