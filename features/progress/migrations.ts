import { defineMigrations } from '#db';

/** After indicators: a return is seen by whoever sees the report. */
export const progressMigrations = defineMigrations(
  'progress',
  ['indicators'],
  new URL('./migrations/', import.meta.url),
);
