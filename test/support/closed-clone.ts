import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const checkout = join(import.meta.dirname, '../..');
const parts = ['apps', 'engines', 'features', 'node_modules', 'packages', 'packs', 'tools'];
const files = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** Whether a person other than its owner may come to this checkout and read its files. */
export const isReadableToAll =
  isOpen(checkout) &&
  [...files, 'node_modules/fastify/package.json'].every(
    (path) => statSync(join(checkout, path)).mode & 0o004,
  );

function isOpen(folder: string): boolean {
  return (statSync(folder).mode & 0o001) !== 0 && (dirname(folder) === folder || isOpen(dirname(folder)));
}

export type ClosedClone = { readonly root: string; readonly beside: string; remove(): void };

/**
 * An installed clone of this checkout below a folder that nobody but its owner may enter. The files are links to the
 * checkout's own; `beside` is the closed folder, for a home next to the clone.
 */
export function closedClone(owner: { readonly uid: number; readonly gid: number }): ClosedClone {
  const cache = join(checkout, '.cache');
  mkdirSync(cache, { recursive: true });
  const beside = mkdtempSync(join(cache, 'closed-'));
  const root = join(beside, 'guatu');
  mkdirSync(root);
  const there = [...parts, ...files].filter((path) => existsSync(join(checkout, path)));
  execFileSync('cp', ['-al', ...there.map((path) => join(checkout, path)), root]);
  const stamp = createHash('sha256');
  for (const file of files.slice(0, 2)) stamp.update(readFileSync(join(root, file)));
  const installed = join(root, 'node_modules', '.guatu-installed');
  rmSync(installed, { force: true });
  writeFileSync(installed, stamp.digest('hex'));
  for (const folder of [beside, root]) chownSync(folder, owner.uid, owner.gid);
  return { root, beside, remove: () => rmSync(beside, { recursive: true, force: true }) };
}
