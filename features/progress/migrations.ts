import { defineMigrations } from '#db';

/** After indicators: a return is seen by whoever sees the report; after access, whose audit says who filed one. */
export const progressMigrations = defineMigrations(
  'progress',
  ['access', 'indicators'],
  new URL('./migrations/', import.meta.url),
);
