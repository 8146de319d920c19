import pg from 'pg';
import type { Passwords } from './cluster.ts';

/** The owner of the tables and the program's own role; neither is a superuser nor passes row security by right. */
export async function createRoles(admin: pg.Client, passwords: Passwords): Promise<void> {
  const found = await admin.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname in ('guatu_owner', 'guatu_app')",
  );
  const there = new Set(found.rows.map((row) => row.rolname));
  for (const [role, right, password] of [
    ['guatu_owner', 'createdb', passwords.owner],
    ['guatu_app', 'nocreatedb', passwords.app],
  ] as const) {
    if (there.has(role)) continue;
    await admin.query(`create role ${role} login ${right} password ${pg.escapeLiteral(password)}`);
  }
}

/** A database of the owner's, unless it is there. */
export async function createDatabase(admin: pg.ClientConfig, database: string): Promise<void> {
  const client = new pg.Client(admin);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount) return;
    await client.query(
      `create database ${pg.escapeIdentifier(database)} owner guatu_owner template template0`,
    );
  } catch (error) {
    // duplicate_database, unique_violation: another process created it at the same moment.
    if (!['42P04', '23505'].includes((error as pg.DatabaseError).code ?? '')) throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
