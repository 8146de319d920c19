import type { Role } from '#access';
import type { SideName } from './marks.ts';

/** Roles whose reach is their own office, unit or person: there is one of each on both sides. */
export const scopedRoles = [
  'filler',
  'district-filler',
  'district-reviewer',
  'department',
  'secretary',
] as const;
export type ScopedRole = (typeof scopedRoles)[number];

export const cityRoles = [
  'coordinator-clerk',
  'coordinator-section-head',
  'coordinator-head',
  'government-office',
  'supervision-office',
  'leader',
  'system-admin',
  'security-admin',
  'audit-admin',
  'guest',
] as const satisfies readonly Role[];

/** Whoever asks: a role, or nobody signed in. */
export type Asker = Role | 'anonymous';

export type Seat = {
  readonly login: string;
  readonly role: Asker;
  readonly side?: SideName;
  readonly accountId: string;
  readonly grantId: string;
  /** Kept as the browser got it; answers never change it. */
  readonly cookie: string;
};

export function isScoped(role: Asker): role is ScopedRole {
  return (scopedRoles as readonly string[]).includes(role);
}
