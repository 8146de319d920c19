import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BenchCity, benchDay, password } from './cities.ts';

const root = join(import.meta.dirname, '..');

export type Running = { readonly port: number; readonly pid: number; stop(): Promise<void> };

/** A program of this checkout as a process of its own, up when it says so. */
export async function start(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  isUp: (output: string) => boolean,
): Promise<Running> {
  const port = Number(env['GUATU_PORT']);
  const child = spawn(process.execPath, [...process.execArgv, join(root, file), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await spoken(child, isUp);
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
  };
  return { port, pid: child.pid ?? 0, stop };
}

async function spoken(child: ChildProcess, isUp: (output: string) => boolean): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`did not start:\n${output}`)));
    child.stdout?.on('data', (part: Buffer) => {
      output += part.toString();
      if (isUp(output)) resolve();
    });
  });
}

/** The program as it is served, on the cities of the bench; the day is fixed, nothing else differs. */
export function startServer(home: string, port: number): Promise<Running> {
  const env = {
    ...{ GUATU_HOME: home, GUATU_PORT: String(port), GUATU_TODAY: benchDay },
    // All requests come from one address here; in an office there are many.
    GUATU_REQUESTS_PER_MINUTE: '0',
  };
  return start('apps/cli/main.ts', ['serve'], env, (output) => output.includes('挂图已启动'));
}

/** Session cookies of one account, as a browser would hold them. */
export async function signIn(
  port: number,
  { cityId }: BenchCity,
  login: string,
  count: number,
): Promise<string[]> {
  const cookies: string[] = [];
  for (let at = 0; at < count; at++) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ cityId, login, password }),
    });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (!answer.ok || !cookie) throw new Error(`no session for ${login}: ${await answer.text()}`);
    cookies.push(cookie);
  }
  return cookies;
}

/** Waits until a process has done nothing much for a while: jobs that run at the start have come to their end. */
export async function quiet(pid: number): Promise<void> {
  const ticks = () => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  for (let still = 0, before = ticks(); still < 4; ) {
    await pause(500);
    const now = ticks();
    still = now - before <= 3 ? still + 1 : 0;
    before = now;
  }
}
