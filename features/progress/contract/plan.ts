import { Type } from 'typebox';
import { defineRoute, FenText, fenText, MonthText, oneOf, orNull } from '#http/client';
import { ProjectId, Year } from './field.ts';

export const savePlan = defineRoute({
  method: 'PUT',
  path: '/progress/projects/:id/plans/:year',
  permission: 'plan.save',
  input: Type.Object({
    id: ProjectId,
    year: Year,
    /** The number of the version its author had in view, 0 for none. */
    expectedNumber: Type.Integer({ title: '所见计划版本', minimum: 0 }),
    monthsFen: Type.Array(orNull(fenText({ title: '月度计划' })), {
      title: '十二个月的计划',
      minItems: 12,
      maxItems: 12,
    }),
    totalFen: orNull(fenText({ title: '年度计划' })),
    reason: Type.Optional(orNull(Type.String({ title: '调整原因', maxLength: 500 }))),
    approver: Type.Optional(orNull(Type.String({ title: '批准人', maxLength: 100 }))),
  }),
  output: Type.Object({
    outcome: oneOf(['baseline', 'revision', 'unchanged']),
    number: Type.Integer(),
    /** Months before it keep the version they were evaluated with. */
    effectiveFrom: orNull(MonthText),
    /** Months less year; null where they agree. Taken all the same, and listed. */
    differenceFen: orNull(FenText),
  }),
  refusals: [
    'project.not_found',
    'plan.stale',
    'plan.months_incomplete',
    'plan.month_negative',
    'plan.revision_unexplained',
    'plan.year_closed',
    'access.same_person',
    'secrecy.marked',
  ],
  summary: '批准年度计划：首次为基线，此后每次调整须有原因和批准人',
});
