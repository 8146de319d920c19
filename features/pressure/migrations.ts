import { defineMigrations } from '#db';

export const pressureMigrations = defineMigrations(
  'pressure',
  ['files', 'registry', 'matters'],
  new URL('./migrations/', import.meta.url),
);
