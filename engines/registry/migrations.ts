import { defineMigrations } from '#db';

/** Tables of this engine; city and scope functions are there before. */
export const registryMigrations = defineMigrations('registry', [], new URL('./migrations/', import.meta.url));
