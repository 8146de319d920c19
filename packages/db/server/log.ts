import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const longest = 10 * 1024 * 1024;

/** Opens the server's log to append to it; one that has grown large is put aside first. */
export function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > longest) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

export const logLength = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

/** What the server wrote since `start`, at most its last 16 KB. */
export function logSince(file: string, start: number): string {
  if (!existsSync(file)) return '';
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const from = Math.max(start <= size ? start : 0, size - 16_384);
    const buffer = Buffer.alloc(size - from);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, buffer.length, from));
  } finally {
    closeSync(descriptor);
  }
}
