import { defineMigrations } from '#db';

export const tellingMigrations = defineMigrations(
  'telling',
  ['access'],
  new URL('./migrations/', import.meta.url),
);
