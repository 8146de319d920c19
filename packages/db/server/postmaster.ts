import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a running server wrote into its postmaster.pid. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly status: string;
};

const pidFile = (data: string) => join(data, 'postmaster.pid');

/** Lines: pid, data folder, start time, port, socket folder, address, shared memory, status. */
export function readPostmaster(data: string): Postmaster | undefined {
  const lines = readPidFile(data)?.split('\n');
  if (!lines) return undefined;
  return {
    pid: Number(lines[0]),
    port: Number(lines[3]) || 5432,
    socketFolder: lines[4]?.trim() ?? '',
    status: lines[7]?.trim() ?? '',
  };
}

/** A server that ends takes its file away, also between a look and a reading. */
function readPidFile(data: string): string | undefined {
  try {
    return readFileSync(pidFile(data), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A server process works in its data folder; a number taken over by another program, or a zombie, does not. */
export function isServerProcess(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
}

export function serverProcesses(data: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isServerProcess(pid, data));
}

/** Fast shutdown; a server that does not heed it is stopped at once, and at last killed (it then recovers its log). */
export async function stopPostmaster(data: string, patienceMs = 60_000): Promise<void> {
  const running = readPostmaster(data);
  if (!running || !isServerProcess(running.pid, data)) return;
  send(running.pid, 'SIGINT');
  if (await gone(data, [running.pid], patienceMs)) return;
  send(running.pid, 'SIGQUIT');
  if (await gone(data, [running.pid], Math.min(patienceMs, 10_000))) return;
  await sweepRemains(data);
}

/** After a killed server: ends processes that outlived it and removes its pid file, so that a new one can start. */
export async function sweepRemains(data: string): Promise<void> {
  const orphans = serverProcesses(data);
  if (!(await gone(data, orphans, 3000))) {
    for (const pid of serverProcesses(data)) send(pid, 'SIGKILL');
    await gone(data, orphans, 10_000);
  }
  rmSync(pidFile(data), { force: true });
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}

async function gone(data: string, pids: readonly number[], patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (pids.some((pid) => isServerProcess(pid, data))) {
    if (Date.now() > deadline) return false;
    await pause(15);
  }
  return true;
}
