import { listsSection } from './sections/lists.ts';
import { organisationsSection } from './sections/organisations.ts';
import { responsibilitiesSection } from './sections/responsibilities.ts';
import { stagesSection } from './sections/stages.ts';
import { statisticsSection } from './sections/statistics.ts';
import { tilesSection } from './sections/tiles.ts';

/** What this engine reads from a city's pack. */
export const registrySections = [
  organisationsSection,
  stagesSection,
  listsSection,
  responsibilitiesSection,
  statisticsSection,
  tilesSection,
] as const;
