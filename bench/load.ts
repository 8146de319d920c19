import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export type Request = {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly body?: unknown;
};

export type Load = {
  readonly port: number;
  /** One session per connection, taken in turn. */
  readonly cookies: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** What counts as one: one request or several, one after the other. Begun again from the start unless they write. */
  readonly units: readonly (readonly Request[])[];
  readonly once?: boolean;
};

export type Rate = {
  readonly units: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly worstOfHundredMs: number;
  /** Bytes of the last unit's answers. */
  readonly bytes: number;
};

const run = promisify(execFile);

/** Runs the load in a process of its own and reads what it measured. */
export async function measure(load: Load): Promise<Rate> {
  const file = join(tmpdir(), `guatu-bench-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(load));
  try {
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'client.ts'), file]);
    return JSON.parse(stdout) as Rate;
  } finally {
    rmSync(file, { force: true });
  }
}
