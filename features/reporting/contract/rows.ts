import { type Static, Type } from 'typebox';
import { Category, ContradictionView, OrgId, ProjectId, ReportFacts } from '#features/progress';
import {
  DayText,
  defineRoute,
  FenText,
  InstantText,
  MonthText,
  oneOf,
  orNull,
  PageInput,
} from '#http/client';
import { PeriodMonth, RowState, StepDue } from './field.ts';
import { PeriodHead } from './period.ts';

/** What was filled in and not yet submitted. */
export const DraftView = Type.Object({
  ...ReportFacts,
  savedAt: InstantText,
  savedBy: Type.String(),
});
export type DraftView = Static<typeof DraftView>;

export const stepActs = [
  'submit',
  'pass',
  'return',
  'verify',
  'ask-late',
  'ask-correction',
  'approve',
  'reject',
] as const;

/** One act in the life of a row. */
export const StepEntry = Type.Object({
  /** The step it was done at. */
  stepId: Type.String(),
  stepName: Type.String(),
  act: oneOf(stepActs),
  by: Type.String(),
  onBehalfOf: orNull(Type.String()),
  /** The number of the report it was about. */
  number: orNull(Type.Integer()),
  /** Why it was returned, corrected, changed; how contradictions were explained. */
  reason: orNull(Type.String()),
  at: InstantText,
});
export type StepEntry = Static<typeof StepEntry>;

export const rowActs = ['fill', 'pass', 'return', 'verify', 'ask'] as const;

export const ReportingRow = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  districtId: orNull(OrgId),
  district: orNull(Type.String()),
  /** The company or unit that fills it, or for which others fill it. */
  unit: orNull(Type.String()),
  category: Category,
  planMonthFen: orNull(FenText),
  planCumFen: orNull(FenText),
  planYearFen: orNull(FenText),
  /** Of the latest earlier month of the year that says one. */
  lastMonth: orNull(MonthText),
  lastCumFen: orNull(FenText),
  /** The latest earlier report of the year: what does not change from month to month is taken over from it. */
  before: orNull(Type.Object(ReportFacts)),
  state: RowState,
  /** Of row and draft together; every save of either makes it grow. 0: nobody touched it yet. */
  version: Type.Integer(),
  draft: orNull(DraftView),
  reported: orNull(Type.Object(ReportFacts)),
  reportNumber: Type.Integer(),
  verified: orNull(Type.Object(ReportFacts)),
  verifiedNumber: Type.Integer(),
  filler: orNull(Type.Object({ name: Type.String(), onBehalfOf: orNull(Type.String()), at: InstantText })),
  /** Who passed or verified the report that stands, in order. */
  reviewers: Type.Array(
    Type.Object({ stepId: Type.String(), stepName: Type.String(), name: Type.String(), at: InstantText }),
  ),
  returned: orNull(
    Type.Object({ reason: Type.String(), by: Type.String(), stepName: Type.String(), at: InstantText }),
  ),
  /** Of the draft where there is one, else of what was reported. */
  contradictions: Type.Array(ContradictionView),
  /** How the filler explained them. */
  note: orNull(Type.String()),
  /** The step it waits for is over its due day. */
  overdue: Type.Boolean(),
  /** After the lock: a 补报 or 更正 of it waits for approval. */
  asked: Type.Boolean(),
  /** What this reader may do with it now. */
  acts: Type.Array(oneOf(rowActs)),
});
export type ReportingRow = Static<typeof ReportingRow>;

export const periodRows = defineRoute({
  method: 'GET',
  path: '/reporting/periods/:month/rows',
  permission: 'reporting.rows',
  input: Type.Object({
    ...PeriodMonth,
    districtId: Type.Optional(OrgId),
    state: Type.Optional(RowState),
    /** Only what waits for this reader. */
    mine: Type.Optional(Type.Boolean({ title: '只看待我办理' })),
    projectId: Type.Optional(ProjectId),
    ...PageInput,
  }),
  output: Type.Object({
    period: PeriodHead,
    today: DayText,
    /** The steps in order; a row that has passed them all is `verified`. */
    steps: Type.Array(StepDue),
    /** 1..500 a page, 500 unless said otherwise: a whole district in one request. */
    rows: Type.Array(ReportingRow),
    total: Type.Integer(),
    page: Type.Integer(),
    pageSize: Type.Integer(),
  }),
  refusals: ['period.not_found'],
  summary: '职责范围内各项目的填报表：计划、上月累计、草稿、填报数、核定数、环节和退回原因',
});

export const rowHistory = defineRoute({
  method: 'GET',
  path: '/reporting/periods/:month/rows/:id',
  permission: 'reporting.rows',
  input: Type.Object({ ...PeriodMonth, id: ProjectId }),
  output: Type.Object({ number: Type.String(), name: Type.String(), entries: Type.Array(StepEntry) }),
  refusals: ['project.not_found'],
  summary: '一行的办理过程：谁在哪个环节做了什么',
});
