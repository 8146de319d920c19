import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeHome } from '../../packages/db/testing.ts';

const prefix = 'guatu-test-';

/**
 * Each run of the tests has a home of its own, named after its process; the first file that asks for a database
 * starts the server there. Homes left behind by runs that were killed are cleared away first.
 */
export async function setup(): Promise<() => Promise<void>> {
  for (const name of readdirSync(tmpdir()).filter(isAbandoned)) {
    // What another user left is his to clear away.
    await removeHome(join(tmpdir(), name)).catch(() => undefined);
  }
  const home = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  process.env['GUATU_TEST_HOME'] = home;
  return () => removeHome(home);
}

function isAbandoned(name: string): boolean {
  const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN;
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
