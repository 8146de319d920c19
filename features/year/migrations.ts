import { defineMigrations } from '#db';

/** After indicators, whose subjects' scope its proposals follow, and so after registry. */
export const yearMigrations = defineMigrations(
  'year',
  ['access', 'registry', 'indicators'],
  new URL('./migrations/', import.meta.url),
);
