import { rolesSection } from '#access';
import { lightsSection, reportingSection, targetsSection } from '#engines/indicators';
import { laddersSection, mattersSection } from '#engines/matters';
import { registrySections } from '#engines/registry';
import type { PackSection } from '#pack';
import { cockpitSection } from '../../features/cockpit/cockpit-section.ts';
import { commitmentsSection } from '../../features/commitments/commitments-section.ts';
import { dispatchSection } from '../../features/dispatch/dispatch-section.ts';
import { vocabularySection } from '../../features/intake/vocabulary-section.ts';
import { demonstrationMattersSection } from '../../features/matters/demonstration-section.ts';
import '../../features/matters/kinds/all-kinds.ts';
import { measuresSection } from '../../features/measures/measures-section.ts';
import { milestonesSection } from '../../features/milestones/milestones-section.ts';
import { petitionsSection } from '../../features/petitions/petitions-section.ts';
import { organsSection } from '../../features/policy/organs-section.ts';
import { pressureSection } from '../../features/pressure/pressure-section.ts';
import { secretariesSection } from '../../features/secretaries/secretaries-section.ts';
import { planCheckSection } from '../../features/year/plan-check-section.ts';

/** Everything the program reads from a pack, beside what #pack itself reads. */
export const packSections: readonly PackSection<unknown>[] = [
  ...registrySections,
  lightsSection,
  targetsSection,
  milestonesSection,
  reportingSection,
  mattersSection,
  laddersSection,
  pressureSection,
  demonstrationMattersSection,
  cockpitSection,
  commitmentsSection,
  dispatchSection,
  measuresSection,
  secretariesSection,
  petitionsSection,
  vocabularySection,
  planCheckSection,
  organsSection,
  rolesSection,
];
