import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { ensure } from '#kernel/refusal';
import { type Db, refusalFor } from '../connection.ts';
import { type AppliedMigration, migrate, migrateWith } from '../migrate.ts';
import { type Migration, type Migrations, orderedSteps } from '../migrations.ts';
import { asOwner } from '../owner.ts';
import { damage, jsonOf, manifestFrom, type Progress, readArchive } from './archive-reader.ts';
import { filesBelow } from './backup.ts';
import { dataPrefix, homeFolders, type Manifest, manifestName, type Sums, sumsName } from './contents.ts';
import { beginLoad, finishLoad, isEmpty, loadTable } from './load.ts';
import type { TarEntry } from './tar.ts';

export type RestoreReport = {
  readonly file: string;
  readonly createdAt: string;
  readonly tables: Readonly<Record<string, number>>;
  readonly rows: number;
  readonly files: number;
  /** Steps taken after the archive's level, to the program's own. */
  readonly migrated: readonly AppliedMigration[];
};

/**
 * Restores an archive into an empty home, opened with `exclusive`. The tables are built at the archive's level,
 * filled in one transaction, checked against the archive's sums, and only then brought to the program's level: a
 * damaged archive leaves nothing behind.
 */
export async function restore(db: Db, file: string, owners: readonly Migrations[]): Promise<RestoreReport> {
  const staging = join(db.home, 'restoring');
  const progress: Progress = { part: manifestName };
  await refuseUnlessEmpty(db, staging);
  let moved: readonly string[] = [];
  // The files take their places just before the rows are committed, so that no row can be there without its file.
  const moveFiles = () => {
    moved = filesBelow(staging);
    for (const path of moved) moveFile(join(staging, path), join(db.home, path));
  };
  try {
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { mode: 0o700 });
    const restored = await asOwner(db, (client) =>
      load(client, db, file, orderedSteps(owners), { staging, progress, moveFiles }),
    );
    moved = [];
    return { ...restored, file, migrated: await migrate(db, owners) };
  } catch (error) {
    for (const path of moved) rmSync(join(db.home, path), { force: true });
    throw refusalFor(damage(error, file, progress), db, false);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function moveFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  renameSync(from, to);
}

/** Files beside a staging folder are what a restore that was killed left, and may be replaced. */
async function refuseUnlessEmpty(db: Db, staging: string): Promise<void> {
  const noFiles = homeFolders.every((folder) => filesBelow(join(db.home, folder)).length === 0);
  const empty = (noFiles || existsSync(staging)) && (await asOwner(db, isEmpty));
  ensure(empty, 'backup.home_not_empty', { home: db.home });
}

type Steps = { readonly staging: string; readonly progress: Progress; readonly moveFiles: () => void };

async function load(
  client: pg.Client,
  db: Db,
  file: string,
  known: readonly Migration[],
  { staging, progress, moveFiles }: Steps,
): Promise<Pick<RestoreReport, 'createdAt' | 'tables' | 'rows' | 'files'>> {
  ensure(existsSync(file), 'backup.not_an_archive', { file });
  const entries = readArchive(file, progress);
  const manifest = await manifestFrom(entries, file);
  const steps = stepsOf(manifest, known);
  await client.query('drop schema if exists city, platform cascade');
  await migrateWith(client, steps, db);
  const kept = await beginLoad(client);
  const sums = compare(await readParts(client, entries, staging));
  await finishLoad(client, kept, sums.sequences);
  moveFiles();
  await client.query('commit');
  await client.query('analyze');
  const tables = Object.fromEntries(Object.entries(sums.tables).map(([name, { rows }]) => [name, rows]));
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return { createdAt: manifest.createdAt, tables, rows, files: Object.keys(sums.files).length };
}

/** The steps that lead to the archive's level; one this program does not know comes from a newer program. */
function stepsOf(manifest: Manifest, known: readonly Migration[]): readonly Migration[] {
  const taken = new Map(manifest.migrations.map((step) => [`${step.owner}/${step.number}`, step.checksum]));
  for (const step of manifest.migrations) {
    const ours = known.find(({ owner, number }) => owner === step.owner && number === step.number);
    ensure(ours?.checksum === step.checksum, 'backup.newer_than_program', step);
  }
  return known.filter((step) => taken.has(`${step.owner}/${step.number}`));
}

type Found = {
  readonly tables: Record<string, { rows: number; sha256: string }>;
  readonly files: Record<string, { bytes: number; sha256: string }>;
  sums?: Sums;
};

async function readParts(
  client: pg.Client,
  entries: AsyncGenerator<TarEntry>,
  staging: string,
): Promise<Found> {
  const found: Found = { tables: {}, files: {} };
  let next = await entries.next();
  while (!next.done) {
    const { name } = next.value;
    const table = tableOf(name);
    if (table !== undefined) {
      ensure(!found.tables[table], 'backup.damaged', { part: name });
      found.tables[table] = await loadTable(client, table, partsOf(table));
      continue;
    }
    if (name === sumsName) found.sums = (await jsonOf(next.value)) as Sums;
    else found.files[name] = await keepFile(next.value, staging);
    next = await entries.next();
  }
  return found;

  async function* partsOf(table: string): AsyncGenerator<Buffer> {
    while (!next.done && tableOf(next.value.name) === table) {
      yield* next.value.body;
      next = await entries.next();
    }
  }
}

/** `data/city.report/000001` is the first part of the table city.report. */
const tableOf = (name: string) => (name.startsWith(dataPrefix) ? (name.split('/')[1] ?? '') : undefined);

async function keepFile(entry: TarEntry, staging: string): Promise<{ bytes: number; sha256: string }> {
  const inside = homeFolders.some((folder) => entry.name.startsWith(`${folder}/`));
  ensure(inside && normalize(entry.name) === entry.name, 'backup.damaged', { part: entry.name });
  const path = join(staging, entry.name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const hashed = async function* () {
    for await (const part of entry.body) {
      hash.update(part);
      yield part;
    }
  };
  await pipeline(hashed, createWriteStream(path, { mode: 0o600, flush: true }));
  return { bytes: entry.size, sha256: hash.digest('hex') };
}

/** Every part the sums name is there with its rows and its hash, and nothing else is. */
function compare(found: Found): Sums {
  const { sums } = found;
  ensure(sums, 'backup.damaged', { part: sumsName });
  for (const [name, expected] of Object.entries(sums.tables)) {
    const loaded = found.tables[name] ?? emptyTable;
    const same = loaded.rows === expected.rows && loaded.sha256 === expected.sha256;
    ensure(same, 'backup.damaged', { part: name });
  }
  for (const [name, expected] of Object.entries(sums.files)) {
    ensure(found.files[name]?.sha256 === expected.sha256, 'backup.damaged', { part: name });
  }
  const strangers = [
    ...Object.keys(found.tables).filter((name) => !sums.tables[name]),
    ...Object.keys(found.files).filter((name) => !sums.files[name]),
  ];
  ensure(strangers.length === 0, 'backup.damaged', { part: strangers[0] });
  return sums;
}

const emptyTable = { rows: 0, sha256: createHash('sha256').digest('hex') };
