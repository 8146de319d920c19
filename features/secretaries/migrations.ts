import { defineMigrations } from '#db';

/** After registry: whose project it is, its scope tells. */
export const secretariesMigrations = defineMigrations(
  'secretaries',
  ['registry'],
  new URL('./migrations/', import.meta.url),
);
