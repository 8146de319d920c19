import type { Implementation } from '#http';
import { auditRoutes } from '../../features/audit/routes.ts';
import { identityRoutes } from '../../features/identity/routes.ts';
import { intakeRoutes } from '../../features/intake/routes.ts';
import { listsRoutes } from '../../features/lists/routes.ts';
import { organisationsRoutes } from '../../features/organisations/routes.ts';
import { projectsRoutes } from '../../features/projects/routes.ts';
import type { Program } from './program.ts';

/** Every route of the program. */
export function implementations({ db }: Program): readonly Implementation[] {
  return [
    ...identityRoutes,
    ...auditRoutes(db),
    ...intakeRoutes,
    ...projectsRoutes,
    ...listsRoutes,
    ...organisationsRoutes,
  ];
}
