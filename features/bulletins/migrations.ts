import { defineMigrations } from '#db';

export const bulletinsMigrations = defineMigrations(
  'bulletins',
  ['files'],
  new URL('./migrations/', import.meta.url),
);
