import { defineMigrations } from '#db';

export const accessMigrations = defineMigrations('access', [], new URL('./migrations/', import.meta.url));
