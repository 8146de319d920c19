import { defineMigrations } from '#db';

export const rulesMigrations = defineMigrations('rules', [], new URL('./migrations/', import.meta.url));
