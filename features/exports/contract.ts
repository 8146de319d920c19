import { type Static, Type } from 'typebox';
import { defineRoute } from '#http/client';

export const SeenTable = Type.Object({
  /** What the table is called on its page. */
  title: Type.String({ title: '表名', minLength: 1, maxLength: 80 }),
  columns: Type.Array(
    Type.Object({
      title: Type.String({ title: '列名', maxLength: 80 }),
      /** Its cells stand to the right: numbers where all of them can be read as such. */
      number: Type.Boolean(),
    }),
    { title: '列', minItems: 1, maxItems: 60 },
  ),
  /** Cells as they read on the screen. */
  rows: Type.Array(Type.Array(Type.String({ maxLength: 8000 }), { maxItems: 60 }), {
    title: '行',
    maxItems: 20_000,
  }),
});
export type SeenTable = Static<typeof SeenTable>;

export const exportTable = defineRoute({
  method: 'POST',
  path: '/exports/table',
  permission: 'signed-in',
  input: SeenTable,
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: [],
  summary: '把屏幕上的一张表照所见存成工作簿；留有导出记录',
});
