import { defineMigrations } from '#db';

export const intakeMigrations = defineMigrations(
  'intake',
  ['files'],
  new URL('./migrations/', import.meta.url),
);
