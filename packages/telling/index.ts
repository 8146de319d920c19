export type { Addressee } from './addressee.ts';
export { defineTellingKinds, tellingKindName, tellingKinds } from './kind.ts';
export { tellingMigrations } from './migrations.ts';
export { type Telling, type Told, tell, type Urgency } from './tell.ts';
