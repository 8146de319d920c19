import type { ScreenDeclaration } from '#ui';
import { auditScreens } from '../../features/audit/screens/screens.ts';
import { deskScreens } from '../../features/desk/screens/screens.ts';
import { identityScreens } from '../../features/identity/screens/screens.ts';
import { intakeScreens } from '../../features/intake/screens/screens.ts';
import { progressScreens } from '../../features/progress/screens/screens.ts';

/** Every screen of every feature. */
export const screens: readonly ScreenDeclaration[] = [
  ...deskScreens,
  ...progressScreens,
  ...intakeScreens,
  ...identityScreens,
  ...auditScreens,
];
