import {
  allPermissions,
  allRoles,
  type City,
  ensureMay,
  explainPermissions,
  grantRole,
  type NewGrant,
  offIn,
  type PermissionSentence,
  type Role,
  type RolesSection,
  revokeRole,
  roleName,
  roles,
  sentenceKey,
} from '#access';
import type { Id } from '#kernel/id';

export async function giveRole(city: City, given: NewGrant): Promise<Id<'grant'>> {
  ensureMay(city, 'grant.give', {});
  return await grantRole(city, given);
}

export async function takeRole(city: City, grantId: string): Promise<void> {
  ensureMay(city, 'grant.revoke', {});
  await revokeRole(city, grantId);
}

export function listRoles(city: City) {
  ensureMay(city, 'permission.view', {});
  return allRoles.map((role) => ({ role, ...roles[role] }));
}

/** Every sentence of the program, and for which roles the city switched it off. */
export function listPermissions(city: City) {
  ensureMay(city, 'permission.view', {});
  const off = offIn(city.pack);
  return [...allPermissions()]
    .sort((one, other) => (one.action < other.action ? -1 : one.action > other.action ? 1 : 0))
    .flatMap((one) =>
      explainPermissions([one]).map((explained) => ({
        ...explained,
        off: one.roles.filter((role) => isOff(off, role, one)).map(roleName),
      })),
    );
}

function isOff(off: RolesSection['off'], role: Role, sentence: PermissionSentence): boolean {
  const key = sentenceKey(sentence);
  return off.some((one) => one.role === role && one.sentence === key);
}
