import { defineMigrations } from '#db';

/** After the matters, to which it keeps how they came in. */
export const petitionsMigrations = defineMigrations(
  'petitions',
  ['matters'],
  new URL('./migrations/', import.meta.url),
);
