export { type BackupReport, backup } from './backup/backup.ts';
export { type RestoreReport, restore } from './backup/restore.ts';
export { checkCatalogue } from './catalogue.ts';
export { type CityEntry, listCities, packVersionOf, raisePackVersion, saveCity } from './cities.ts';
export type { Db } from './connection.ts';
export { type CopyRow, type CopyValue, copyRows } from './copy.ts';
export { closeDatabase, openDatabase } from './database.ts';
export { type AppliedMigration, migrate } from './migrate.ts';
export { baseMigrations, defineMigrations, type Migrations } from './migrations.ts';
export { retrying } from './retrying.ts';
export type { Scope } from './scope.ts';
export {
  auditHeadsFolder,
  type DatabaseSettings,
  databaseSettings,
  filesFolder,
  guatuHome,
} from './settings.ts';
export { snapshotMark } from './snapshot.ts';
export { namedQuery, preparedQuery, tables } from './tables.ts';
export {
  type AnyTx,
  deferQuery,
  inPlatform,
  inScope,
  inTransaction,
  type PlatformTx,
  readOnce,
  sendDeferred,
  type TransactionOptions,
  type Tx,
} from './transaction.ts';
