import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Db, inPlatform } from '../index.ts';
import { findCluster } from '../server/location.ts';
import { isServerProcess, readPostmaster } from '../server/postmaster.ts';
import { onConnection } from '../transaction.ts';

/** An empty home, cleared by the next test run should this one be killed. */
export const newHome = (): string => realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-`)));

/** The process number of the server that runs on a home, or undefined. */
export function serverOf(home: string): number | undefined {
  const data = join(findCluster(home) ?? home, 'data');
  const pid = readPostmaster(data)?.pid;
  return pid !== undefined && isServerProcess(pid, data) ? pid : undefined;
}

export const dataOf = (home: string): string => join(findCluster(home) ?? home, 'data');

export async function ask(db: Db, text: string): Promise<pg.QueryResultRow[]> {
  return inPlatform(db, (tx) => onConnection(tx, async (client) => (await client.query(text)).rows));
}

export type Program = {
  readonly process: ChildProcess;
  readonly said: string;
  end(): Promise<void>;
  kill(): Promise<void>;
};

/** Starts another program on the home and waits for what it says: `open`, or why not. */
export async function startProgram(
  home: string,
  mode: 'serve' | 'share',
  as: { uid?: number; gid?: number; cwd?: string } = {},
): Promise<Program> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./program.ts', import.meta.url)), home, mode],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      ...as,
    },
  );
  const exited = once(child, 'exit');
  const [said] = (await Promise.race([once(child.stdout, 'data'), exited.then(() => ['exited'])])) as [
    unknown,
  ];
  const end = async (finish: () => void) => {
    finish();
    await exited;
  };
  return {
    process: child,
    said: String(said).trim(),
    end: () => end(() => child.stdin.end()),
    kill: () => end(() => child.kill('SIGKILL')),
  };
}

/** The same server, as a URL names it, and as the superuser of the machine sees it. */
export function urlOf(home: string, role: 'owner' | 'admin', database: string): string {
  const data = dataOf(home);
  const passwords = JSON.parse(readFileSync(join(data, 'guatu-passwords.json'), 'utf8')) as Record<
    string,
    string
  >;
  const folder = encodeURIComponent(readPostmaster(data)?.socketFolder ?? '');
  return `postgres://guatu_${role}:${passwords[role]}@localhost:5432/${database}?host=${folder}`;
}

export async function asAdmin(home: string, text: string): Promise<void> {
  const client = new pg.Client(urlOf(home, 'admin', 'postgres'));
  await client.connect();
  await client.query(text).finally(() => client.end());
}
