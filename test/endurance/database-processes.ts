import { readFileSync } from 'node:fs';
import { serverProcesses } from '../../packages/db/server/postmaster.ts';
import { dataOf, serverOf } from '../../packages/db/test/household.ts';

/** The process that listens, while there is one. */
export const postmasterOf = (home: string): number | undefined => serverOf(home);

/** The processes that serve one connection each. */
export function backendsOf(home: string): number[] {
  return serverProcesses(dataOf(home)).filter((pid) => /^postgres: guatu_app /.test(titleOf(pid)));
}

function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
