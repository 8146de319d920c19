import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes of a process and all below it, pages shared with others counted by share (PSS). */
export function pssOf(pid: number): number {
  const smaps = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(smaps)?.[1] ?? 0) / 1024;
}

/** The database server that keeps its data below a folder, with its children. */
export function databaseProcesses(home: string): number[] {
  const parents = new Map<number, number>();
  let postmaster = 0;
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0');
      if (command.includes('-D') && command.some((part) => part.startsWith(`${home}/`)))
        postmaster = Number(entry);
    } catch {
      // It ended while we looked.
    }
  }
  return [...parents.keys()].filter((pid) => pid === postmaster || parents.get(pid) === postmaster);
}
