import type { ScreenDeclaration } from '#ui';
import { auditScreens } from '../../features/audit/screens/screens.ts';
import { bulletinsScreens } from '../../features/bulletins/screens/screens.ts';
import { chainScreens } from '../../features/chain/screens/screens.ts';
import { cockpitScreens } from '../../features/cockpit/screens/screens.ts';
import { commitmentsScreens } from '../../features/commitments/screens/screens.ts';
import { deskScreens } from '../../features/desk/screens/screens.ts';
import { dispatchScreens } from '../../features/dispatch/screens/screens.ts';
import { fileCardScreens } from '../../features/file-card/screens/screens.ts';
import { identityScreens } from '../../features/identity/screens/screens.ts';
import { inboxScreens } from '../../features/inbox/screens/screens.ts';
import { intakeScreens } from '../../features/intake/screens/screens.ts';
import { listsScreens } from '../../features/lists/screens/screens.ts';
import { mattersScreens } from '../../features/matters/screens/screens.ts';
import { measuresScreens } from '../../features/measures/screens/screens.ts';
import { milestonesScreens } from '../../features/milestones/screens/screens.ts';
import { organisationsScreens } from '../../features/organisations/screens/screens.ts';
import { petitionsScreens } from '../../features/petitions/screens/screens.ts';
import { pressureScreens } from '../../features/pressure/screens/screens.ts';
import { progressScreens } from '../../features/progress/screens/screens.ts';
import { projectsScreens } from '../../features/projects/screens/screens.ts';
import { reportingScreens } from '../../features/reporting/screens/screens.ts';
import { rulesScreens } from '../../features/rules/screens/screens.ts';
import { secretariesScreens } from '../../features/secretaries/screens/screens.ts';
import { startsScreens } from '../../features/starts/screens/screens.ts';
import { targetsScreens } from '../../features/targets/screens/screens.ts';
import { workbooksScreens } from '../../features/workbooks/screens/screens.ts';
import { yearScreens } from '../../features/year/screens/screens.ts';

/** Every screen of every feature. */
export const screens: readonly ScreenDeclaration[] = [
  ...deskScreens,
  ...cockpitScreens,
  ...fileCardScreens,
  ...progressScreens,
  ...reportingScreens,
  ...projectsScreens,
  ...startsScreens,
  ...milestonesScreens,
  ...targetsScreens,
  ...listsScreens,
  ...mattersScreens,
  ...measuresScreens,
  ...secretariesScreens,
  ...commitmentsScreens,
  ...chainScreens,
  ...yearScreens,
  ...petitionsScreens,
  ...bulletinsScreens,
  ...pressureScreens,
  ...dispatchScreens,
  ...organisationsScreens,
  ...rulesScreens,
  ...intakeScreens,
  ...workbooksScreens,
  ...identityScreens,
  ...inboxScreens,
  ...auditScreens,
];
