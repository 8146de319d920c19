import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Db, refusalFor } from '../connection.ts';
import { appliedMigrations } from '../migrate.ts';
import { asOwner } from '../owner.ts';
import { auditHeadsFolder, filesFolder } from '../settings.ts';
import { type ArchiveWriter, writeArchive } from './archive-writer.ts';
import {
  type BackupTable,
  backupTables,
  dataPrefix,
  type Manifest,
  manifestName,
  type Sums,
  sumsName,
} from './contents.ts';

export type BackupReport = {
  readonly file: string;
  readonly bytes: number;
  readonly createdAt: string;
  readonly tables: Readonly<Record<string, number>>;
  readonly rows: number;
  readonly files: number;
};

/**
 * Writes the whole database, as of one moment, and the files into one archive that does not depend on the version
 * of PostgreSQL. People may go on working meanwhile. The heads of the audit chains are read before that moment and
 * the files after it, so that no head is ahead of its rows and no row lacks its file.
 */
export async function backup(db: Db, file: string, at: Date = new Date()): Promise<BackupReport> {
  const heads = filesBelow(auditHeadsFolder(db.home)).map((path) => ({
    name: `audit/${path}`,
    bytes: readFileSync(join(auditHeadsFolder(db.home), path)),
  }));
  const sums = {
    tables: {} as Writable<Sums['tables']>,
    files: {} as Writable<Sums['files']>,
    sequences: {},
  };
  try {
    const bytes = await writeArchive(file, at, async (archive) => {
      await asOwner(db, async (client) => {
        await client.query('begin isolation level repeatable read read only');
        await archive.add(manifestName, json(await manifestOf(client, db, at)));
        for (const table of await backupTables(client))
          sums.tables[table.name] = await addTable(archive, client, table);
        sums.sequences = await sequencesOf(client);
        await client.query('commit');
      });
      for (const head of heads) {
        await archive.add(head.name, head.bytes);
        sums.files[head.name] = { bytes: head.bytes.length, sha256: sha256(head.bytes) };
      }
      for (const path of filesBelow(filesFolder(db.home))) {
        sums.files[`files/${path}`] = await archive.addFile(
          `files/${path}`,
          join(filesFolder(db.home), path),
        );
      }
      await archive.add(sumsName, json(sums));
    });
    return reportOf(file, bytes, at, sums);
  } catch (error) {
    throw refusalFor(error, db, false);
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function manifestOf(client: pg.Client, db: Db, at: Date): Promise<Manifest> {
  return {
    kind: 'guatu-backup',
    format: 1,
    createdAt: at.toISOString(),
    database: db.database,
    migrations: await appliedMigrations(client),
  };
}

const partLength = 1024 * 1024;

/** A table is written in parts of about a megabyte, so that none has to be held or measured beforehand. */
async function addTable(
  archive: ArchiveWriter,
  client: pg.Client,
  table: BackupTable,
): Promise<Sums['tables'][string]> {
  const columns = table.columns.map(pg.escapeIdentifier).join(', ');
  const source = table.name.split('.').map(pg.escapeIdentifier).join('.');
  const stream = client.query(copyTo(`copy (select ${columns} from ${source}) to stdout`));
  const hash = createHash('sha256');
  let [rows, part, length, parts]: [number, number, number, Buffer[]] = [0, 0, 0, []];
  const flush = async () => {
    part++;
    await archive.add(`${dataPrefix}${table.name}/${String(part).padStart(6, '0')}`, Buffer.concat(parts));
    [length, parts] = [0, []];
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    rows += countLines(chunk);
    length += chunk.length;
    parts.push(chunk);
    if (length >= partLength) await flush();
  }
  if (length > 0) await flush();
  return { rows, sha256: hash.digest('hex') };
}

/** COPY writes one line per row; a line break inside a value is escaped. */
function countLines(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  return lines;
}

async function sequencesOf(client: pg.Client): Promise<Sums['sequences']> {
  const found = await client.query<{ name: string; value: string; called: boolean }>(`
    select schemaname || '.' || sequencename as name, coalesce(last_value, start_value)::text as value,
      last_value is not null as called
    from pg_sequences where schemaname in ('city', 'platform') order by 1`);
  return Object.fromEntries(found.rows.map(({ name, value, called }) => [name, { value, called }]));
}

/** Paths of files, relative to the folder, with slashes. What is still being received is no file yet. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('incoming/'))
    .sort();
}

function reportOf(file: string, bytes: number, at: Date, sums: Sums): BackupReport {
  const tables = Object.fromEntries(Object.entries(sums.tables).map(([name, { rows }]) => [name, rows]));
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return { file, bytes, createdAt: at.toISOString(), tables, rows, files: Object.keys(sums.files).length };
}
