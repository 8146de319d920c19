import { defineMigrations } from '#db';

/** After registry: what a holder reaches is known by its table of project scopes. */
export const indicatorsMigrations = defineMigrations(
  'indicators',
  ['registry'],
  new URL('./migrations/', import.meta.url),
);
