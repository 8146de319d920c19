import { type Static, Type } from 'typebox';
import { DayText, defineRoute, FenText, InstantText, oneOf, orNull } from '#http/client';
import { ProjectId, xlsx, Year } from './field.ts';

export const decisions = ['continue', 'complete', 'prepare', 'quit'] as const;
const Decision = oneOf(decisions, { title: '结转意见' });

export const CarryOverRow = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  districtId: orNull(Type.String()),
  district: orNull(Type.String()),
  category: orNull(Type.String()),
  stage: Type.String(),
  totalFen: orNull(FenText),
  doneBeforeFen: orNull(FenText),
  /** Verified in the year, the latest month of it; null: nothing was. */
  doneYearFen: orNull(FenText),
  /** What the next year would open with; null: not known. */
  nextDoneBeforeFen: orNull(FenText),
  proposal: Type.Object({ decision: Decision, because: Type.String() }),
  decision: orNull(
    Type.Object({
      number: Type.Integer(),
      decision: Decision,
      reason: Type.String(),
      by: Type.String(),
      at: InstantText,
    }),
  ),
  /** Approved, and the next year opened. */
  opened: orNull(Type.Object({ doneBeforeFen: orNull(FenText), by: Type.String(), at: InstantText })),
  /** What the next year's list states otherwise as done before; null: nothing, or the same. */
  statedDoneBeforeFen: orNull(FenText),
});
export type CarryOverRow = Static<typeof CarryOverRow>;

export const carryOver = defineRoute({
  method: 'GET',
  path: '/year/:year/carry-over',
  permission: 'carry-over.view',
  input: Type.Object({ year: Year }),
  output: Type.Object({
    year: Type.Integer(),
    /** When December was locked; null: not yet, and nothing can be approved. */
    lockedOn: orNull(DayText),
    rows: Type.Array(CarryOverRow),
    /** Counted elsewhere: no decision of their own. */
    apart: Type.Array(
      Type.Object({
        projectId: ProjectId,
        number: Type.String(),
        name: Type.String(),
        reason: Type.String(),
      }),
    ),
    mayDecide: Type.Boolean(),
    mayApprove: Type.Boolean(),
  }),
  refusals: [],
  summary: '年末结转：每个项目的建议、意见和次年开账',
});

export const decideCarryOver = defineRoute({
  method: 'PUT',
  path: '/year/:year/carry-over',
  permission: 'carry-over.decide',
  input: Type.Object({
    year: Year,
    decisions: Type.Array(
      Type.Object({
        projectId: ProjectId,
        decision: Decision,
        reason: Type.String({ title: '理由', maxLength: 500 }),
        /** The number of the decision its author had in view, 0 for none. */
        expectedNumber: Type.Integer({ title: '所见意见版本', minimum: 0 }),
      }),
      { title: '意见', minItems: 1, maxItems: 5000 },
    ),
  }),
  output: Type.Object({ saved: Type.Integer() }),
  refusals: [
    'year.not_in_year',
    'year.reason_missing',
    'year.already_approved',
    'year.decision_changed',
    'secrecy.marked',
  ],
  summary: '确定项目的结转意见，逐项写明理由',
});

export const approveCarryOver = defineRoute({
  method: 'POST',
  path: '/year/:year/carry-over/approve',
  permission: 'carry-over.approve',
  input: Type.Object({
    year: Year,
    /** The decisions the approver had in view. */
    decisions: Type.Array(
      Type.Object({ projectId: ProjectId, number: Type.Integer({ title: '意见版本', minimum: 1 }) }),
      { title: '意见', minItems: 1, maxItems: 5000 },
    ),
  }),
  output: Type.Object({
    opened: Type.Integer(),
    /** Approved before: nothing was done again. */
    already: Type.Integer(),
  }),
  refusals: [
    'year.december_not_locked',
    'year.december_missing',
    'year.not_in_year',
    'year.not_decided',
    'year.decision_changed',
    'year.same_decider',
  ],
  summary: '批准结转意见并为次年开账；重复办理不再改变',
});

export const exportCarryOver = defineRoute({
  method: 'GET',
  path: '/year/:year/carry-over/export',
  permission: 'carry-over.view',
  input: Type.Object({ year: Year, unit: Type.Optional(oneOf(['万元', '亿元'], { title: '单位' })) }),
  binary: { contentType: xlsx },
  refusals: [],
  summary: '导出年末结转表（XLSX）',
  audited: true,
});
