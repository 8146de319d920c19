import { Type } from 'typebox';
import { ReportInput } from '#features/progress';
import { defineRoute, orNull } from '#http/client';
import { mostRows, PeriodMonth, periodRefusals, RowKey, RowResults } from './field.ts';

const Facts = Type.Object(ReportInput);

/** Autosave: what is sent replaces the row's draft as a whole; what is left out says nothing. */
export const saveDrafts = defineRoute({
  method: 'PUT',
  path: '/reporting/periods/:month/drafts',
  permission: 'report.fill',
  input: Type.Object({
    ...PeriodMonth,
    rows: Type.Array(
      Type.Object({
        ...RowKey,
        /** Null: the draft is dropped, and the row stands as it was reported. */
        facts: orNull(Facts),
      }),
      { title: '各行', minItems: 1, maxItems: mostRows },
    ),
  }),
  output: RowResults,
  refusals: periodRefusals,
  summary: '保存草稿，逐行答复；他人已先改的一行不覆盖',
});

export const submitRows = defineRoute({
  method: 'POST',
  path: '/reporting/periods/:month/submit',
  permission: 'report.fill',
  input: Type.Object({
    ...PeriodMonth,
    rows: Type.Array(
      Type.Object({
        ...RowKey,
        /** Left out: the draft is submitted. */
        facts: Type.Optional(Facts),
        /** The contradictions were read and the figures stand. Asked for where there are some, with the note. */
        confirmed: Type.Optional(Type.Boolean({ title: '已核对矛盾' })),
        note: Type.Optional(orNull(Type.String({ title: '说明', maxLength: 500 }))),
        /** 代填: the unit it is filled for; left out, the project's own unit. */
        onBehalfOf: Type.Optional(orNull(Type.String({ title: '替谁填报', maxLength: 100 }))),
      }),
      { title: '各行', minItems: 1, maxItems: mostRows },
    ),
  }),
  output: RowResults,
  refusals: periodRefusals,
  summary: '报送一行或多行；有矛盾的须确认并说明',
});
