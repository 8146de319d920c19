import type { Implementation } from '#http';
import { auditRoutes } from '../../features/audit/routes.ts';
import { identityRoutes } from '../../features/identity/routes.ts';
import { intakeRoutes } from '../../features/intake/routes.ts';
import type { Program } from './program.ts';

/** Every route of the program. */
export function implementations({ db }: Program): readonly Implementation[] {
  return [...identityRoutes, ...auditRoutes(db), ...intakeRoutes];
}
