import { createHash, type Hash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { ensure, Refusal } from '#kernel/refusal';
import { type Db, refusalFor } from '../connection.ts';
import { type AppliedMigration, migrate, migrateWith } from '../migrate.ts';
import { type Migration, type Migrations, orderedSteps } from '../migrations.ts';
import { asOwner } from '../owner.ts';
import { sqlState } from '../retrying.ts';
import { filesBelow } from './backup.ts';
import { dataPrefix, homeFolders, type Manifest, manifestName, type Sums, sumsName } from './contents.ts';
import { beginLoad, finishLoad, isEmpty, loadTable } from './load.ts';
import { BrokenTar, type TarEntry, tarEntries } from './tar.ts';

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
  try {
    await refuseUnlessEmpty(db);
    rmSync(staging, { recursive: true, force: true });
    const restored = await asOwner(db, (client) =>
      load(client, db, file, orderedSteps(owners), staging, progress),
    );
    for (const folder of homeFolders) {
      if (!existsSync(join(staging, folder))) continue;
      rmSync(join(db.home, folder), { recursive: true, force: true });
      renameSync(join(staging, folder), join(db.home, folder));
    }
    return { ...restored, file, migrated: await migrate(db, owners) };
  } catch (error) {
    throw refusalFor(damage(error, file, progress), db, false);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  const noFiles = homeFolders.every((folder) => filesBelow(join(db.home, folder)).length === 0);
  ensure(noFiles && (await asOwner(db, isEmpty)), 'backup.home_not_empty', { home: db.home });
}

type Progress = { part: string };

async function load(
  client: pg.Client,
  db: Db,
  file: string,
  known: readonly Migration[],
  staging: string,
  progress: Progress,
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
  const tables = Object.fromEntries(Object.entries(sums.tables).map(([name, { rows }]) => [name, rows]));
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return { createdAt: manifest.createdAt, tables, rows, files: Object.keys(sums.files).length };
}

async function* readArchive(file: string, progress: Progress): AsyncGenerator<TarEntry> {
  const unzip = createGunzip();
  const source = createReadStream(file).on('error', (error) => unzip.destroy(error));
  for await (const entry of tarEntries(source.pipe(unzip))) {
    progress.part = entry.name;
    yield entry;
  }
}

/** Bytes that cannot be unpacked, and rows no table takes (classes 22 and 23), mean a damaged archive. */
function damage(error: unknown, file: string, { part }: Progress): unknown {
  const code = sqlState(error) ?? '';
  if (!(error instanceof BrokenTar || error instanceof SyntaxError || /^(Z_|2[23]...$)/.test(code)))
    return error;
  return new Refusal(part === manifestName ? 'backup.not_an_archive' : 'backup.damaged', { file, part });
}

async function manifestFrom(entries: AsyncGenerator<TarEntry>, file: string): Promise<Manifest> {
  const first = await entries.next();
  ensure(!first.done && first.value.name === manifestName, 'backup.not_an_archive', { file });
  const manifest = (await jsonOf(first.value)) as Manifest;
  ensure(manifest.kind === 'guatu-backup' && manifest.format === 1, 'backup.not_an_archive', { file });
  return manifest;
}

async function jsonOf(entry: TarEntry): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of entry.body) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
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
  const hash: Hash = createHash('sha256');
  writeFileSync(path, '', { mode: 0o600 });
  for await (const part of entry.body) {
    hash.update(part);
    writeFileSync(path, part, { flag: 'a' });
  }
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
