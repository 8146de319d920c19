import { defineMigrations } from '#db';

export const dispatchMigrations = defineMigrations(
  'dispatch',
  ['matters'],
  new URL('./migrations/', import.meta.url),
);
