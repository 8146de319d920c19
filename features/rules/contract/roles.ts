import { type Static, Type } from 'typebox';
import { defineRoute, idText, Nothing, orNull } from '#http/client';

export const readRoleRules = defineRoute({
  method: 'GET',
  path: '/rules/roles',
  permission: 'overlay.view',
  input: Nothing,
  output: Type.Object({
    roles: Type.Array(
      Type.Object({
        role: Type.String(),
        name: Type.String(),
        administrator: Type.Boolean(),
        sentences: Type.Array(
          Type.Object({
            key: Type.String(),
            text: Type.String(),
            /** Cannot be switched off. */
            fixed: Type.Boolean(),
            off: Type.Boolean(),
          }),
        ),
      }),
    ),
    /** Switched off by the pack itself: not switched on again here. */
    shippedOff: Type.Array(Type.Object({ role: Type.String(), sentence: Type.String() })),
    draft: orNull(idText<'overlay'>()),
    mayPropose: Type.Boolean(),
  }),
  refusals: [],
  summary: '各角色的每一条权限，哪些在本市停用',
});
export type RoleRules = Static<typeof readRoleRules.output>;
