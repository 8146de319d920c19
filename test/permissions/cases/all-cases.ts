import { administrationCases } from './administration-cases.ts';
import { bulletinCases } from './bulletin-cases.ts';
import type { RouteCase } from './case.ts';
import { cockpitCases } from './cockpit-cases.ts';
import { dispatchCases } from './dispatch-cases.ts';
import { inboxCases } from './inbox-cases.ts';
import { intakeCases } from './intake-cases.ts';
import { listCases } from './list-cases.ts';
import { matterCases } from './matter-cases.ts';
import { measureCases } from './measure-cases.ts';
import { organisationCases } from './organisation-cases.ts';
import { petitionCases } from './petition-cases.ts';
import { pressureCases } from './pressure-cases.ts';
import { progressCases } from './progress-cases.ts';
import { projectCases } from './project-cases.ts';
import { reportingCases } from './reporting-cases.ts';
import { rulesCases } from './rules-cases.ts';
import { secretaryCases } from './secretary-cases.ts';
import { targetCases } from './target-cases.ts';
import { workbookCases } from './workbook-cases.ts';
import { yearCases } from './year-cases.ts';

/** How each route of the program is asked; one that is missing here fails the test of the table. */
export const allCases: readonly RouteCase[] = [
  ...administrationCases,
  ...inboxCases,
  ...intakeCases,
  ...workbookCases,
  ...listCases,
  ...organisationCases,
  ...projectCases,
  ...targetCases,
  ...progressCases,
  ...reportingCases,
  ...bulletinCases,
  ...pressureCases,
  ...matterCases,
  ...measureCases,
  ...petitionCases,
  ...secretaryCases,
  ...dispatchCases,
  ...cockpitCases,
  ...rulesCases,
  ...yearCases,
];
