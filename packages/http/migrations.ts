import { defineMigrations } from '#db';

export const httpMigrations = defineMigrations('http', ['db'], new URL('./migrations/', import.meta.url));
