import { type Static, Type } from 'typebox';
import { defineRoute, oneOf, orNull } from '#http/client';
import { ProjectId, xlsx, Year } from './field.ts';

export const findingKinds = [
  ...(['winter-start', 'heaped', 'zero-months', 'above-remaining', 'not-summing'] as const),
] as const;

const Asked = {
  year: Year,
  district: Type.Optional(Type.String({ title: '地区', maxLength: 64 })),
  kind: Type.Optional(oneOf(findingKinds, { title: '检查项' })),
};

export const FindingView = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  districtId: orNull(Type.String()),
  district: orNull(Type.String()),
  category: orNull(Type.String()),
  kind: oneOf(findingKinds),
  values: Type.String(),
  rule: Type.String(),
  basis: Type.String(),
});
export type FindingView = Static<typeof FindingView>;

export const checkPlans = defineRoute({
  method: 'GET',
  path: '/year/:year/plan-check',
  permission: 'plan-check.view',
  input: Type.Object(Asked),
  output: Type.Object({
    year: Type.Integer(),
    /** Projects within the reader's scope whose plans were looked at. */
    checked: Type.Integer(),
    findings: Type.Array(FindingView),
    districts: Type.Array(
      Type.Object({ districtId: Type.String(), name: Type.String(), findings: Type.Integer() }),
    ),
    counts: Type.Array(Type.Object({ kind: oneOf(findingKinds), findings: Type.Integer() })),
    /** What is checked, in words, with its basis; and what the city has no rule for. */
    rules: Type.Array(Type.Object({ rule: Type.String(), basis: orNull(Type.String()) })),
  }),
  refusals: [],
  summary: '计划检查：冬季开工、年末集中、空月、超过剩余投资、各月不等于全年',
});

export const exportPlanCheck = defineRoute({
  method: 'GET',
  path: '/year/:year/plan-check/export',
  permission: 'plan-check.view',
  input: Type.Object(Asked),
  binary: { contentType: xlsx },
  refusals: [],
  summary: '导出计划检查结果（XLSX）',
  audited: true,
});
