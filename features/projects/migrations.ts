import { defineMigrations } from '#db';

/** After registry, whose scopes say who sees a project in full; after files, whose rows an attachment opens. */
export const projectsMigrations = defineMigrations(
  'projects',
  ['registry', 'files'],
  new URL('./migrations/', import.meta.url),
);
