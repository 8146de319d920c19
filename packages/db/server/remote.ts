import pg from 'pg';
import { ensure, Refusal } from '#kernel/refusal';
import type { Server, ServerRole } from './server.ts';

/**
 * A PostgreSQL server named by a URL, whose user owns the database. The program's own connections take on the role
 * guatu_app, which the user must be a member of; it is created here if the user may do so.
 */
export async function remoteServer(url: string): Promise<Server> {
  ensure(URL.canParse(url), 'db.server_refused', { reason: '不是有效的连接地址' });
  const named = decodeURIComponent(new URL(url).pathname.slice(1));
  const config = (role: ServerRole, database: string): pg.ClientConfig => ({
    connectionString: addressed(url, role, database),
    application_name: `guatu ${process.pid}`,
  });
  await withClient(config('owner', named || 'postgres'), prepareServer).catch((error: Error) => {
    throw error instanceof Refusal
      ? error
      : new Refusal('db.server_refused', { reason: error.message || error.name });
  });
  return {
    defaultDatabase: named || 'guatu',
    config,
    ensureDatabase: (database) => ensureDatabase(config, database, named || 'postgres'),
    ready: () => Promise.resolve(),
    trouble: () => undefined,
    release: () => Promise.resolve(),
  };
}

function addressed(url: string, role: ServerRole, database: string): string {
  const address = new URL(url);
  const options = [
    address.searchParams.get('options'),
    '-c timezone=UTC',
    role === 'app' && '-c role=guatu_app',
  ];
  address.pathname = `/${encodeURIComponent(database)}`;
  address.searchParams.set('options', options.filter(Boolean).join(' '));
  return address.href;
}

async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function prepareServer(client: pg.Client): Promise<void> {
  const version = await client.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
  );
  ensure((version.rows[0]?.number ?? 0) >= 150000, 'db.server_too_old', { found: version.rows[0]?.name });
  if (await mayActAsApp(client)) return;
  const user = await client.query<{ name: string }>('select current_user as name');
  try {
    await client.query(`
      do $$ begin create role guatu_app nologin; exception when duplicate_object or unique_violation then null; end $$;
      grant guatu_app to current_user;`);
  } catch {
    throw new Refusal('db.no_app_role', { user: user.rows[0]?.name });
  }
}

async function mayActAsApp(client: pg.Client): Promise<boolean> {
  const found = await client.query<{ member: boolean }>(
    "select pg_has_role(current_user, oid, 'member') as member from pg_roles where rolname = 'guatu_app'",
  );
  return found.rows[0]?.member ?? false;
}

async function ensureDatabase(
  config: (role: ServerRole, database: string) => pg.ClientConfig,
  database: string,
  known: string,
): Promise<void> {
  if (database === known) return;
  await withClient(config('owner', known), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount) return;
    try {
      await client.query(
        `create database ${pg.escapeIdentifier(database)} template template0 encoding 'UTF8'`,
      );
    } catch (error) {
      if (['42P04', '23505'].includes((error as pg.DatabaseError).code ?? '')) return;
      const user = await client.query<{ name: string }>('select current_user as name');
      throw new Refusal('db.cannot_create_database', { database, user: user.rows[0]?.name });
    }
  });
}
