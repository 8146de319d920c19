import {
  allRoles,
  type City,
  ensureMay,
  explainPermissions,
  grantRole,
  type NewGrant,
  revokeRole,
  roles,
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

export function listPermissions(city: City) {
  ensureMay(city, 'permission.view', {});
  return explainPermissions();
}
