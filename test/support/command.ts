import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeHome } from '#db/testing';

const main = join(import.meta.dirname, '../../apps/cli/main.ts');

export type CommandRun = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

export type CommandHome = {
  readonly home: string;
  /** Runs `guatu …` as a user would, in this home. */
  run(...args: readonly string[]): Promise<CommandRun>;
  remove(): Promise<void>;
};

/** An empty home of its own for stories on the command line. */
export async function commandHome(env: Readonly<Record<string, string>> = {}): Promise<CommandHome> {
  const home = mkdtempSync(join(tmpdir(), 'guatu-command-'));
  return {
    home,
    run: (...args) => run(args, { ...process.env, ...env, GUATU_HOME: home }),
    remove: () => removeHome(home),
  };
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8');
    child.stderr.setEncoding('utf8');
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
