import Type, { type Static } from 'typebox';
import { definePackSection, type Pack } from '#pack';
import type { Actor } from './actor.ts';
import { allPermissions, sentenceKey, switchedOff } from './permission.ts';
import { isRole, roleName, roles } from './role.ts';

const RolesFile = Type.Object({
  /** What each role of the city may not do, though the program would let it. */
  off: Type.Array(
    Type.Object({
      role: Type.String({ minLength: 1 }),
      sentence: Type.String({ minLength: 1 }),
    }),
  ),
});

export type RolesSection = Static<typeof RolesFile>;

const file = 'roles.yaml';
const nothingOff: RolesSection = { off: [] };

/**
 * `roles.yaml`: sentences a city switches off for a role. It can only take away: what no sentence of the program allows
 * stays denied. A sentence the program no longer has is no fault of an older file.
 */
export const rolesSection = definePackSection<RolesSection>({
  id: 'roles',
  files: [file],
  empty: nothingOff,
  merge: (lower, upper) => ({ off: [...lower.off, ...upper.off] }),
  read(files) {
    const yaml = files.yaml(file, RolesFile);
    for (const [at, { role }] of (yaml?.value.off ?? []).entries()) {
      if (yaml && !isRole(role))
        files.report(yaml.at('off', at, 'role'), `没有名为“${role}”的角色`, '请改为权限规则中列出的角色代码');
    }
    return files.result(yaml?.value ?? nothingOff);
  },
  checkChange: ({ off }) =>
    off.flatMap(({ role, sentence }) => {
      const fault = faultOf(role, sentence);
      return fault ? [{ file, line: 1, ...fault }] : [];
    }),
});

/** The three administrators keep every sentence: otherwise a city could lock itself out. */
function faultOf(role: string, key: string): { message: string; remedy: string } | undefined {
  if (!isRole(role)) return undefined;
  if (roles[role].administrator) {
    const message = `“${roleName(role)}”是三员之一，其权限不能停用`;
    return { message, remedy: '请删去这一条；三员的权限由程序确定' };
  }
  const sentence = allPermissions().find((one) => one.roles.includes(role) && sentenceKey(one) === key);
  if (!sentence) {
    return { message: `“${roleName(role)}”没有“${key}”这条权限`, remedy: '只能停用该角色已有的权限' };
  }
  if (!sentence.fixed) return undefined;
  return { message: `“${sentence.text ?? key}”不能停用`, remedy: '请删去这一条，否则停用的权限无人能恢复' };
}

/** What the city switched off; a pack read without this section switches nothing off. */
export function offIn(pack: Pack): RolesSection['off'] {
  return ((pack.sections.get(rolesSection.id) as RolesSection | undefined) ?? nothingOff).off;
}

/** The actor without what its city switched off. */
export function limitedBy(pack: Pack, actor: Actor): Actor {
  const off = offIn(pack).flatMap(({ role, sentence }) => (isRole(role) ? switchedOff(role, sentence) : []));
  return off.length === 0 ? actor : { ...actor, off: new Set(off) };
}
