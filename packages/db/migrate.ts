import type pg from 'pg';
import { ensure, Refusal } from '#kernel/refusal';
import { type Db, refusalFor } from './connection.ts';
import { type Migration, type Migrations, orderedSteps } from './migrations.ts';
import { asOwner } from './owner.ts';

export type AppliedMigration = Pick<Migration, 'owner' | 'number' | 'name' | 'checksum'>;

/** Brings the database to the program's level and returns the steps it took; one transaction per step, forward only. */
export function migrate(db: Db, owners: readonly Migrations[]): Promise<readonly AppliedMigration[]> {
  return asOwner(db, (client) => migrateWith(client, orderedSteps(owners), db));
}

export async function migrateWith(
  client: pg.Client,
  steps: readonly Migration[],
  db: Db,
): Promise<readonly AppliedMigration[]> {
  await client.query("select pg_advisory_lock(hashtextextended('guatu.migrate', 0))");
  try {
    const applied = await appliedMigrations(client);
    refuseStrangers(applied, steps);
    const known = new Set(applied.map(keyOf));
    const pending = steps.filter((step) => !known.has(keyOf(step)));
    for (const step of pending) await take(client, step, db);
    return pending;
  } finally {
    await client
      .query("select pg_advisory_unlock(hashtextextended('guatu.migrate', 0))")
      .catch(() => undefined);
  }
}

export async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  const table = await client.query<{ there: boolean }>(
    "select to_regclass('platform.migration') is not null as there",
  );
  if (!table.rows[0]?.there) return [];
  const rows = await client.query<AppliedMigration>(
    'select owner, number, name, checksum from platform.migration order by applied_at, owner, number',
  );
  return rows.rows;
}

const keyOf = (step: AppliedMigration) => `${step.owner}/${step.number}`;

/** A step taken by a newer program, or one whose text has changed since, must not be built upon. */
function refuseStrangers(applied: readonly AppliedMigration[], steps: readonly Migration[]): void {
  const known = new Map(steps.map((step) => [keyOf(step), step]));
  const owners = new Set(steps.map((step) => step.owner));
  for (const step of applied.filter(({ owner }) => owners.has(owner))) {
    const ours = known.get(keyOf(step));
    ensure(ours, 'db.newer_than_program', step);
    ensure(ours.checksum === step.checksum, 'db.migration_changed', step);
  }
}

async function take(client: pg.Client, step: Migration, db: Db): Promise<void> {
  try {
    await client.query('begin');
    await client.query(step.text);
    await client.query(
      'insert into platform.migration (owner, number, name, checksum) values ($1, $2, $3, $4)',
      [step.owner, step.number, step.name, step.checksum],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if ((error as pg.DatabaseError).code === '42501') throw new Refusal('db.migrations_pending', step);
    const refusal = refusalFor(error, db, false);
    if (refusal instanceof Refusal) throw refusal;
    throw new Error(`migration ${keyOf(step)} (${step.name}): ${(error as Error).message}`, { cause: error });
  }
}
