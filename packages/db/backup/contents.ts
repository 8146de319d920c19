import type pg from 'pg';
import type { AppliedMigration } from '../migrate.ts';

/** The first entry of an archive: what kind it is, and at which level its tables stand. */
export type Manifest = {
  readonly kind: 'guatu-backup';
  readonly format: 1;
  readonly createdAt: string;
  readonly database: string;
  readonly migrations: readonly AppliedMigration[];
};

/** The last entry: how much every part held, and its SHA-256. */
export type Sums = {
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
  readonly sequences: Readonly<Record<string, { readonly value: string; readonly called: boolean }>>;
};

export const manifestName = 'guatu-backup.json';
export const sumsName = 'sums.json';
export const dataPrefix = 'data/';

/** The folders of a home that are part of a backup, under the same names in the archive. */
export const homeFolders = ['audit', 'files'] as const;

export type BackupTable = { readonly name: string; readonly columns: readonly string[] };

/** Every table of the two schemas but the list of migrations, with the columns that hold data. */
export async function backupTables(client: pg.Client): Promise<readonly BackupTable[]> {
  const found = await client.query<BackupTable>(`
    select n.nspname || '.' || t.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where n.nspname in ('city', 'platform') and t.relkind in ('r', 'p') and not t.relispartition
      and (n.nspname, t.relname) <> ('platform', 'migration')
    order by 1`);
  return found.rows;
}
