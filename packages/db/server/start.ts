import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { runningAs } from './account.ts';
import { adminRole, type Cluster, failure, serverEnvironment } from './cluster.ts';
import { logLength, logSince, openLog } from './log.ts';
import {
  isServerProcess,
  type Postmaster,
  readPostmaster,
  stopPostmaster,
  sweepRemains,
} from './postmaster.ts';

/** For a machine that also runs the program itself: together they stay well below 350 MB. */
const modest: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '40',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  max_worker_processes: '4',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  autovacuum_max_workers: '2',
  autovacuum_naptime: '20s',
  io_method: 'sync',
  huge_pages: 'off',
  jit: 'off',
  max_wal_size: '512MB',
  min_wal_size: '64MB',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
};

/** Nothing in a scratch cluster has to outlive the machine. */
const hasty: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/**
 * Leaves a server running that answers: adopts the one that runs, replaces one that does not answer, starts one
 * where there is none. Called while the home's start lock is held.
 */
export async function ensureRunning(cluster: Cluster, scratch: boolean): Promise<Postmaster> {
  const running = readPostmaster(cluster.data);
  if (running) {
    if (await adopt(cluster, running)) return readPostmaster(cluster.data) ?? running;
    await stopPostmaster(cluster.data, 5000);
  }
  await sweepRemains(cluster.data);
  return start(cluster, scratch);
}

export function adminConfig(cluster: Cluster, at: Postmaster, database = 'postgres'): pg.ClientConfig {
  return {
    host: at.socketFolder,
    port: at.port,
    user: adminRole,
    password: cluster.passwords.admin,
    database,
    connectionTimeoutMillis: 10_000,
  };
}

/** A server left behind by a killed program answers, or will once it has recovered its log. */
async function adopt(cluster: Cluster, running: Postmaster): Promise<boolean> {
  const deadline = Date.now() + 600_000;
  for (;;) {
    const answer = await ask(cluster, running);
    if (answer !== 'starting') return answer === 'ours';
    if (Date.now() > deadline || !isServerProcess(running.pid, cluster.data)) return false;
    await pause(50);
  }
}

async function ask(cluster: Cluster, at: Postmaster): Promise<'ours' | 'starting' | 'no'> {
  if (at.socketFolder === '') return isServerProcess(at.pid, cluster.data) ? 'starting' : 'no';
  const client = new pg.Client(adminConfig(cluster, at));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return 'ours';
  } catch (error) {
    const code = (error as pg.DatabaseError).code;
    const early =
      code === '57P03' || ((code === 'ENOENT' || code === 'ECONNREFUSED') && at.status === 'starting');
    return early ? 'starting' : 'no';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function start(cluster: Cluster, scratch: boolean): Promise<Postmaster> {
  const settings = {
    ...modest,
    unix_socket_directories: `"${cluster.socketFolder}"`,
    ...(scratch ? hasty : {}),
  };
  const args = [
    '-D',
    cluster.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  for (let attempt = 1; ; attempt++) {
    const output = await launch(cluster, args);
    if (typeof output !== 'string') return output;
    // The memory of a server just killed is given back a moment after its last process ended.
    if (attempt >= 20 || !/pre-existing shared memory block|lock file .* already exists/.test(output)) {
      throw failure(output, cluster.home);
    }
    await pause(250);
    await sweepRemains(cluster.data);
  }
}

/** In a session of its own: Ctrl-C reaches the program, which ends its work before it stops the server. */
async function launch(cluster: Cluster, args: readonly string[]): Promise<Postmaster | string> {
  const log = openLog(cluster.log);
  const before = logLength(cluster.log);
  const child = spawn(join(cluster.binaries.folder, 'bin', 'postgres'), args, {
    ...runningAs(cluster.account),
    cwd: '/',
    env: serverEnvironment(cluster.binaries),
    detached: true,
    stdio: ['ignore', log, log],
  });
  let ended: string | undefined;
  child.on('error', (error) => {
    ended = error.message;
  });
  child.on('exit', () => {
    ended ??= logSince(cluster.log, before) || '数据库进程已退出，没有留下日志';
  });
  child.unref();
  closeSync(log);
  while (ended === undefined) {
    const running = readPostmaster(cluster.data);
    if (running?.status === 'ready' && running.pid === child.pid) return running;
    await pause(15);
  }
  return ended;
}
