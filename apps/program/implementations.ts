import type { CityView } from '#features/cities';
import type { Implementation } from '#http';
import { auditRoutes } from '../../features/audit/routes.ts';
import { bulletinsRoutes } from '../../features/bulletins/routes.ts';
import { chainRoutes } from '../../features/chain/routes.ts';
import { citiesRoutes } from '../../features/cities/routes.ts';
import { cockpitRoutes } from '../../features/cockpit/routes.ts';
import { commitmentsRoutes } from '../../features/commitments/routes.ts';
import { deskRoutes } from '../../features/desk/routes.ts';
import { dispatchRoutes } from '../../features/dispatch/routes.ts';
import { exportsRoutes } from '../../features/exports/routes.ts';
import { fileCardRoutes } from '../../features/file-card/routes.ts';
import { identityRoutes } from '../../features/identity/routes.ts';
import { inboxRoutes } from '../../features/inbox/routes.ts';
import { intakeRoutes } from '../../features/intake/routes.ts';
import { vocabularyRoutes } from '../../features/intake/vocabulary-routes.ts';
import { lightNotesRoutes } from '../../features/light-notes/routes.ts';
import { listsRoutes } from '../../features/lists/routes.ts';
import { mattersRoutes } from '../../features/matters/routes.ts';
import { measuresRoutes } from '../../features/measures/routes.ts';
import { milestonesRoutes } from '../../features/milestones/routes.ts';
import { organisationsRoutes } from '../../features/organisations/routes.ts';
import { petitionsRoutes } from '../../features/petitions/routes.ts';
import { pressureRoutes } from '../../features/pressure/routes.ts';
import { progressRoutes } from '../../features/progress/routes.ts';
import { projectsRoutes } from '../../features/projects/routes.ts';
import { reportingRoutes } from '../../features/reporting/routes.ts';
import { rulesRoutes } from '../../features/rules/routes.ts';
import { secretariesRoutes } from '../../features/secretaries/routes.ts';
import { startsRoutes } from '../../features/starts/routes.ts';
import { targetsRoutes } from '../../features/targets/routes.ts';
import { workbooksRoutes } from '../../features/workbooks/routes.ts';
import { yearRoutes } from '../../features/year/routes.ts';
import { demonstrationPassword } from './demonstration-accounts.ts';
import { demonstrationAccounts } from './demonstration-seats.ts';
import { readPolicyDocument } from './policy-reader.ts';
import type { Program } from './program.ts';

/** Every route of the program. */
export async function implementations(program: Program): Promise<readonly Implementation[]> {
  const cities = await citiesOf(program);
  return [
    ...citiesRoutes(() => cities),
    ...identityRoutes,
    ...auditRoutes(program.db),
    ...intakeRoutes,
    ...workbooksRoutes,
    ...projectsRoutes,
    ...startsRoutes,
    ...milestonesRoutes,
    ...targetsRoutes,
    ...listsRoutes,
    ...yearRoutes,
    ...organisationsRoutes,
    ...progressRoutes,
    ...mattersRoutes,
    ...measuresRoutes(readPolicyDocument),
    ...petitionsRoutes,
    ...secretariesRoutes,
    ...commitmentsRoutes,
    ...chainRoutes,
    ...reportingRoutes,
    ...bulletinsRoutes,
    ...pressureRoutes,
    ...rulesRoutes,
    ...vocabularyRoutes,
    ...deskRoutes,
    ...exportsRoutes,
    ...dispatchRoutes,
    ...cockpitRoutes,
    ...lightNotesRoutes,
    ...fileCardRoutes,
    ...inboxRoutes,
  ];
}

/** What a visitor may know of the cities served; the demonstration tells its accounts. */
async function citiesOf(program: Program): Promise<CityView[]> {
  const cities: CityView[] = [];
  for (const [cityId, { name }] of program.packs) {
    const { demonstration } = program;
    const accounts = demonstration ? await demonstrationAccounts(program, cityId) : [];
    const shown = accounts.map(({ login, name: person, roleName }) => ({
      login,
      name: person,
      roleName,
      password: demonstrationPassword,
    }));
    cities.push({ cityId, name, demonstration, ...(demonstration ? { accounts: shown } : {}) });
  }
  return cities;
}
