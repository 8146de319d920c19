import { defineMigrations } from '#db';

/** After the engine of matters: an issued measure is one. */
export const measuresMigrations = defineMigrations(
  'measures',
  ['files', 'registry', 'matters'],
  new URL('./migrations/', import.meta.url),
);
