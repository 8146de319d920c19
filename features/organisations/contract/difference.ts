import { type Static, Type } from 'typebox';
import { Done, defineRoute, Nothing, oneOf, orNull } from '#http/client';

const Slug = Type.String({ title: '单位编号', minLength: 1, maxLength: 100 });
const Field = oneOf(
  ['kind', 'code', 'name', 'shortName', 'parent', 'order', 'validFrom', 'validTo', 'successor'],
  { title: '字段' },
);
const Named = Type.Array(Type.Object({ slug: Type.String(), name: Type.String() }));

export const readDifference = defineRoute({
  method: 'GET',
  path: '/organisation-difference',
  permission: 'organisation.edit',
  input: Nothing,
  output: Type.Object({
    lines: Type.Array(
      Type.Object({
        slug: Slug,
        name: Type.String(),
        version: Type.Integer(),
        field: Field,
        fieldName: Type.String(),
        pack: orNull(Type.String()),
        here: orNull(Type.String()),
        /** Who changed it since the pack was last taken. */
        cause: oneOf(['pack', 'here', 'both']),
      }),
    ),
    /** In the pack, not here yet. */
    missing: Named,
    /** No longer in the pack. */
    gone: Named,
  }),
  refusals: [],
  summary: '单位名录与市包的差异，逐项列出两边的说法',
});
export type DifferenceLine = Static<typeof readDifference.output>['lines'][number];

export const settleDifference = defineRoute({
  method: 'POST',
  path: '/organisation-difference',
  permission: 'organisation.edit',
  input: Type.Object({
    lines: Type.Array(
      Type.Object({
        slug: Slug,
        field: Field,
        version: Type.Integer({ title: '版本', minimum: 1 }),
        /** The pack's value; otherwise what stands here is kept. */
        take: Type.Boolean({ title: '用市包的' }),
      }),
      { title: '逐项选择', maxItems: 2000 },
    ),
    add: Type.Array(Slug, { title: '新增的单位', maxItems: 2000 }),
  }),
  output: Done,
  refusals: ['organisation.not_found', 'organisation.stale'],
  summary: '逐项用市包的或保留这里的；他人已先修改的，拒绝',
});
