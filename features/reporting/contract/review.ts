import { Type } from 'typebox';
import { ReportInput } from '#features/progress';
import { defineRoute, orNull } from '#http/client';
import { mostRows, PeriodMonth, periodRefusals, RowKey, RowResults } from './field.ts';

const many = { title: '各行', minItems: 1, maxItems: mostRows } as const;

export const passRows = defineRoute({
  method: 'POST',
  path: '/reporting/periods/:month/pass',
  permission: 'report.review',
  input: Type.Object({ ...PeriodMonth, rows: Type.Array(Type.Object(RowKey), many) }),
  output: RowResults,
  refusals: periodRefusals,
  summary: '审核通过，转下一环节；填报人不能审核自己所填',
});

export const returnRows = defineRoute({
  method: 'POST',
  path: '/reporting/periods/:month/return',
  permission: 'report.review',
  input: Type.Object({
    ...PeriodMonth,
    rows: Type.Array(
      Type.Object({ ...RowKey, reason: Type.String({ title: '退回原因', minLength: 1, maxLength: 500 }) }),
      many,
    ),
  }),
  output: RowResults,
  refusals: periodRefusals,
  summary: '退回填报人，逐行写明原因',
});

export const verifyRows = defineRoute({
  method: 'POST',
  path: '/reporting/periods/:month/verify',
  permission: 'report.verify',
  input: Type.Object({
    ...PeriodMonth,
    rows: Type.Array(
      Type.Object({
        ...RowKey,
        /** Figures that differ from the reported ones, which stay; left out: as reported. */
        facts: Type.Optional(Type.Object(ReportInput)),
        reason: Type.Optional(orNull(Type.String({ title: '原因', maxLength: 500 }))),
      }),
      many,
    ),
  }),
  output: RowResults,
  refusals: periodRefusals,
  summary: '市级核定；与填报数不一致的须写明原因，填报数保留',
});
