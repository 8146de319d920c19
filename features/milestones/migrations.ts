import { defineMigrations } from '#db';

/** After registry: whose project it is, its scope tells. */
export const milestonesMigrations = defineMigrations(
  'milestones',
  ['registry'],
  new URL('./migrations/', import.meta.url),
);
