import { defineMigrations } from '#db';

/** After registry (projects and their scope) and files. */
export const mattersMigrations = defineMigrations(
  'matters',
  ['registry', 'files'],
  new URL('./migrations/', import.meta.url),
);
