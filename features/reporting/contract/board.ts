import { type Static, Type } from 'typebox';
import { OrgId, ProjectId } from '#features/progress';
import { DayText, defineRoute, oneOf, orNull } from '#http/client';
import { PeriodMonth, StepDue } from './field.ts';
import { PeriodHead } from './period.ts';

const StepCount = Type.Object({
  ...StepDue.properties,
  waiting: Type.Integer(),
  /** The due day is over and rows still wait. */
  overdue: Type.Boolean(),
});

const MissingProject = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  /** The company or unit that fills it; null where none is known. */
  unit: orNull(Type.String()),
  /** Names only. */
  contacts: Type.Array(Type.String()),
  /** 未动、已有草稿、被退回. */
  kind: oneOf(['untouched', 'draft', 'returned']),
  returnReason: orNull(Type.String()),
});

const DistrictCount = Type.Object({
  districtId: orNull(OrgId),
  district: Type.String(),
  owed: Type.Integer(),
  /** Past the first step, verified ones included. */
  submitted: Type.Integer(),
  verified: Type.Integer(),
  returned: Type.Integer(),
  /** Who fills for the district. */
  contacts: Type.Array(Type.String()),
  missing: Type.Array(MissingProject),
});
export type DistrictCount = Static<typeof DistrictCount>;

export const PeriodBoard = Type.Object({
  period: PeriodHead,
  today: DayText,
  owed: Type.Integer(),
  submitted: Type.Integer(),
  verified: Type.Integer(),
  returned: Type.Integer(),
  drafts: Type.Integer(),
  steps: Type.Array(StepCount),
  /** Waiting for this reader. */
  waitingForMe: Type.Integer(),
  /** After the lock: 补报 and 更正 that wait for approval. */
  requests: Type.Integer(),
  /** In official order; a reader within a scope sees its own projects only. */
  districts: Type.Array(DistrictCount),
  /** 催报: units, contacts and the deadline, ready for a chat group; empty where nothing is missing. */
  chaser: Type.String(),
  may: Type.Object({
    assign: Type.Boolean(),
    fill: Type.Boolean(),
    review: Type.Boolean(),
    verify: Type.Boolean(),
    lock: Type.Boolean(),
    publish: Type.Boolean(),
    approve: Type.Boolean(),
  }),
});
export type PeriodBoard = Static<typeof PeriodBoard>;

export const periodBoard = defineRoute({
  method: 'GET',
  path: '/reporting/periods/:month',
  permission: 'reporting.view',
  input: Type.Object(PeriodMonth),
  output: PeriodBoard,
  refusals: ['period.not_found'],
  summary: '一个报期的进展：各环节待办、未报单位、催报文字',
});
