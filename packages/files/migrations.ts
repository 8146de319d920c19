import { defineMigrations } from '#db';

export const filesMigrations = defineMigrations('files', ['db'], new URL('./migrations/', import.meta.url));
