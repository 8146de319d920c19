import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The checks that run before any test; each is one command of package.json. */
export const checks = ['types', 'lint', 'deps', 'knip'] as const;

export type CheckResult = { readonly name: string; readonly passed: boolean; readonly output: string };

/** Runs one npm script of ours and keeps what it printed. */
function runCheck(name: string): Promise<CheckResult> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    }
    child.on('close', (code) => resolve({ name, passed: code === 0, output: output.trim() }));
  });
}

/** Runs all checks, two at a time, printing each verdict and the output of those that failed. */
export async function runChecks(): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const waiting = [...checks];
  async function worker() {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const result = await runCheck(name);
      results.push(result);
      console.log(`${result.passed ? 'passed' : 'FAILED'}  ${name}`);
      if (!result.passed) console.log(result.output);
    }
  }
  await Promise.all([worker(), worker()]);
  return results;
}

if (process.argv[1] === import.meta.filename) {
  const failed = (await runChecks()).filter((result) => !result.passed);
  process.exit(failed.length > 0 ? 1 : 0);
}
