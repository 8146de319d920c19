import { type Static, Type } from 'typebox';
import { defineRoute, idText, Nothing, oneOf, orNull } from '#http/client';

const Words = Type.Array(Type.String());

export const readVocabulary = defineRoute({
  method: 'GET',
  path: '/vocabulary',
  permission: 'vocabulary.view',
  input: Nothing,
  output: Type.Object({
    fields: Type.Array(
      Type.Object({
        field: Type.String(),
        name: Type.String(),
        /** Which workbooks have it; null: both. */
        kind: orNull(oneOf(['list', 'report'])),
        /** Known and left out of the record. */
        ignored: Type.Boolean(),
        is: Words,
        ends: Words,
        has: Words,
        not: Words,
      }),
    ),
    mayTry: Type.Boolean(),
  }),
  refusals: [],
  summary: '表头词汇：每个字段认哪些写法',
});
export type VocabularyField = Static<typeof readVocabulary.output>['fields'][number];

export const tryVocabulary = defineRoute({
  method: 'POST',
  path: '/vocabulary/trial',
  permission: 'vocabulary.try',
  input: Type.Object({
    /** The city's own words as they would be. */
    value: Type.Unknown({ title: '词汇' }),
    kind: oneOf(['projects', 'reports'], { title: '表格种类' }),
    /** Headers as copied from a workbook; without them the last workbook taken in is read again. */
    headers: Type.Optional(Type.String({ title: '表头', minLength: 1, maxLength: 20_000 })),
  }),
  output: Type.Object({
    problems: Type.Array(Type.String()),
    /** The workbook that was read again; null where headers were given or none was taken in. */
    workbook: orNull(Type.Object({ importId: idText<'import'>(), fileName: Type.String() })),
    columns: Type.Array(
      Type.Object({
        sheet: orNull(Type.String()),
        header: Type.String(),
        /** The field's name; null: not recognised or left out. */
        before: orNull(Type.String()),
        after: orNull(Type.String()),
      }),
    ),
  }),
  refusals: ['import.no_table', 'import.no_list', 'import.month_missing'],
  summary: '试读：按改动前后的词汇，各列表头分别认作什么；不保存',
});
export type VocabularyTrial = Static<typeof tryVocabulary.output>;
