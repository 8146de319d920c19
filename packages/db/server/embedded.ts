import { realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '#kernel/refusal';
import type { DatabaseSettings } from '../settings.ts';
import { type Cluster, prepareCluster } from './cluster.ts';
import { type Lock, lockHolder, lockName, tryLock, whileLocked } from './lock.ts';
import { type Postmaster, stopPostmaster } from './postmaster.ts';
import { createDatabase, createRoles } from './roles.ts';
import type { Server, ServerRole } from './server.ts';
import { adminConfig, ensureRunning } from './start.ts';

/** This process's hold on the embedded server of one home, shared by all databases it opens there. */
type Hold = {
  readonly cluster: Cluster;
  readonly scratch: boolean;
  running: Postmaster;
  /** A connection that shows the others we are here, and shows us when the server dies. */
  presence: pg.Client;
  ready: Promise<void>;
  trouble?: Refusal;
  users: number;
  closing: boolean;
};

const holds = new Map<string, Promise<Hold>>();

/**
 * The server that comes with the program, shared by every process on the home: started if it does not run, adopted
 * if it does, started again if it dies, stopped by the last process that lets go of it.
 */
export async function embeddedServer(settings: DatabaseSettings): Promise<Server> {
  const home = realpathSync(settings.home);
  const serving = settings.exclusive ? await serveAlone(home) : undefined;
  let hold: Hold;
  try {
    hold = await joinHold(home, settings.scratch ?? false);
  } catch (error) {
    await serving?.release();
    throw error;
  }
  return {
    defaultDatabase: 'guatu',
    config: (role, database) => configOf(hold, role, database),
    ensureDatabase: (database) => createDatabase(adminConfig(hold.cluster, hold.running), database),
    ready: () => hold.ready,
    trouble: () => hold.trouble,
    release: async () => {
      await leaveHold(home, hold);
      await serving?.release();
    },
  };
}

async function serveAlone(home: string): Promise<Lock> {
  const name = lockName(home, 'serve');
  const lock = await tryLock(name);
  if (lock) return lock;
  throw new Refusal('db.home_in_use', { home, pid: await lockHolder(name) });
}

async function joinHold(home: string, scratch: boolean): Promise<Hold> {
  const known = holds.get(home);
  if (known) {
    const hold = await known;
    if (!hold.closing) {
      hold.users++;
      return hold;
    }
  }
  const taking = whileLocked(home, () => takeHold(home, scratch));
  holds.set(home, taking);
  taking.catch(() => holds.delete(home));
  return taking;
}

async function takeHold(home: string, scratch: boolean): Promise<Hold> {
  const cluster = prepareCluster(home);
  const running = await ensureRunning(cluster, scratch);
  const presence = await connectPresence(cluster, running);
  await createRoles(presence, cluster.passwords);
  const hold: Hold = {
    cluster,
    scratch,
    running,
    presence,
    ready: Promise.resolve(),
    users: 1,
    closing: false,
  };
  watch(hold);
  return hold;
}

const presenceName = 'guatu presence';

async function connectPresence(cluster: Cluster, running: Postmaster): Promise<pg.Client> {
  const client = new pg.Client({ ...adminConfig(cluster, running), application_name: presenceName });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function watch(hold: Hold): void {
  hold.presence.once('end', () => {
    if (!hold.closing) hold.ready = recover(hold);
  });
}

/** Starts the server again, for as long as this process wants it; a full disk may be cleared at any time. */
async function recover(hold: Hold): Promise<void> {
  for (let waitMs = 100; !hold.closing; waitMs = Math.min(waitMs * 2, 5000)) {
    try {
      await whileLocked(hold.cluster.home, async () => {
        if (hold.closing) return;
        hold.running = await ensureRunning(hold.cluster, hold.scratch);
        hold.presence = await connectPresence(hold.cluster, hold.running);
        watch(hold);
      });
      tell(hold, undefined);
      return;
    } catch (error) {
      const reason = (error as Error).message;
      tell(hold, error instanceof Refusal ? error : new Refusal('db.cannot_start', { reason }));
      await pause(waitMs);
    }
  }
}

/** Keeps the trouble for those who ask, and says on stderr what changed. */
function tell(hold: Hold, trouble: Refusal | undefined): void {
  if (trouble && trouble.message !== hold.trouble?.message) process.stderr.write(`${trouble.message}\n`);
  if (!trouble && hold.trouble) process.stderr.write('数据库已恢复运行。\n');
  hold.trouble = trouble;
}

async function leaveHold(home: string, hold: Hold): Promise<void> {
  if (--hold.users > 0) return;
  hold.closing = true;
  holds.delete(home);
  await whileLocked(home, async () => {
    const alone = await isAlone(hold.presence);
    await hold.presence.end().catch(() => undefined);
    if (alone && !hold.scratch) await stopPostmaster(hold.cluster.data);
  });
}

/** Nobody else is here. Unknown counts as no: a server too many is adopted later, one stopped under others is not. */
async function isAlone(presence: pg.Client): Promise<boolean> {
  try {
    const others = await presence.query(
      'select 1 from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid() limit 1',
      [presenceName],
    );
    return others.rowCount === 0;
  } catch {
    return false;
  }
}

function configOf(hold: Hold, role: ServerRole, database: string): pg.ClientConfig {
  return {
    host: hold.running.socketFolder,
    port: hold.running.port,
    user: role === 'app' ? 'guatu_app' : 'guatu_owner',
    password: role === 'app' ? hold.cluster.passwords.app : hold.cluster.passwords.owner,
    database,
    application_name: `guatu ${process.pid}`,
  };
}
