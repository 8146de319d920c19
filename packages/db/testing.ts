import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Db, inner } from './connection.ts';
import { closeDatabase, openDatabase } from './database.ts';
import { migrateWith } from './migrate.ts';
import { type Migrations, orderedSteps } from './migrations.ts';
import { asOwner } from './owner.ts';
import { findCluster } from './server/location.ts';
import { stopPostmaster } from './server/postmaster.ts';
import type { DatabaseSettings } from './settings.ts';

export type TestDatabase = { readonly db: Db; drop(): Promise<void> };

/**
 * A database of its own for one test file, copied from a template that holds the migrations of `owners` and those of
 * the base. The embedded server is shared by the whole run; GUATU_TEST_DATABASE_URL names another one.
 */
export async function testDatabase(owners: readonly Migrations[] = []): Promise<TestDatabase> {
  const settings = testSettings();
  const template = await migratedTemplate(settings, owners);
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  const maintenance = await openDatabase({ ...settings, database: 'guatu_test', connections: 1 });
  await asOwner(maintenance, (client) => client.query(`create database ${database} template ${template}`));
  const db = await openDatabase({ ...settings, database });
  const drop = async () => {
    await closeDatabase(db);
    // Not by force: that may not end an autovacuum running there, which leaves by itself for a plain drop.
    await asOwner(maintenance, (client) => client.query(`drop database if exists ${database}`));
    await closeDatabase(maintenance);
  };
  return { db, drop };
}

/** One statement past row security, as only the owner of the tables could: to plant or to tamper. */
export function asTableOwner(
  db: Db,
  text: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResultRow[]> {
  return asOwner(db, async (client) => (await client.query(text, [...values])).rows);
}

/** Where the owner of the tables connects: for a measure of what row security costs. */
export function ownerSettings(db: Db): pg.ClientConfig {
  return db[inner].server.config('owner', db.database);
}

/** The home of the test run, set by test/support/global-setup.ts. */
export function testSettings(): DatabaseSettings {
  const home = process.env['GUATU_TEST_HOME'];
  if (!home) throw new Error('GUATU_TEST_HOME is not set: run tests through vitest');
  const url = process.env['GUATU_TEST_DATABASE_URL'];
  return url ? { home, url } : { home, scratch: true };
}

async function migratedTemplate(settings: DatabaseSettings, owners: readonly Migrations[]): Promise<string> {
  const steps = orderedSteps(owners);
  const level = createHash('sha256').update(JSON.stringify(steps.map((step) => [step.owner, step.checksum])));
  const template = `template_${level.digest('hex').slice(0, 24)}`;
  const maintenance = await openDatabase({ ...settings, database: 'guatu_test', connections: 1 });
  try {
    await asOwner(maintenance, async (client) => {
      await client.query("select pg_advisory_lock(hashtextextended('guatu.template', 0))");
      const found = await client.query('select 1 from pg_database where datname = $1', [template]);
      if (found.rowCount) return;
      await client.query(`drop database if exists ${template}_draft`);
      await client.query(`create database ${template}_draft template template0 encoding 'UTF8'`);
      const config = maintenance[inner].server.config('owner', `${template}_draft`);
      const builder = new pg.Client(config);
      await builder.connect();
      await migrateWith(builder, steps, maintenance).finally(() => builder.end());
      await client.query(`alter database ${template}_draft rename to ${template}`);
    });
  } finally {
    await closeDatabase(maintenance);
  }
  return template;
}

/** Stops the embedded server of a home, if one runs there, and deletes the home with all that is in it. */
export async function removeHome(home: string): Promise<void> {
  const cluster = findCluster(home);
  if (cluster) {
    await stopPostmaster(join(cluster, 'data'));
    rmSync(cluster, { recursive: true, force: true });
  }
  rmSync(home, { recursive: true, force: true });
}
