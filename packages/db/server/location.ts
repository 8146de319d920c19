import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensure } from '#kernel/refusal';
import { systemHome } from '../settings.ts';
import { type Account, serverAccount } from './account.ts';

/** Where a home keeps its cluster, and the account that runs it. */
export type Location = { readonly folder: string; readonly account: Account };

/**
 * The cluster lies in the home, unless root put the home below a folder closed to the server's account (such as
 * /root): then it lies under /var/lib/guatu/clusters, and a file in the home says where.
 */
export function clusterLocation(home: string): Location {
  const inside = join(home, 'database');
  const pointer = join(home, 'database-location');
  if (existsSync(pointer)) {
    const folder = readFileSync(pointer, 'utf8').trim();
    ensure(existsSync(folder), 'db.cannot_start', { reason: `${pointer} 指向的目录 ${folder} 不存在` });
    return { folder, account: serverAccount(home, folder) };
  }
  const account = serverAccount(home, inside);
  if (existsSync(inside) || account.own) return { folder: ownedFolder(inside, account), account };
  letThrough(home, account);
  if (reaches(home, account)) return { folder: ownedFolder(inside, account), account };
  const folder = join(systemHome, 'clusters', randomUUID());
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  ownedFolder(folder, account);
  writeFileSync(pointer, `${folder}\n`);
  return { folder, account };
}

/** The folder of an existing cluster. */
export function findCluster(home: string): string | undefined {
  const pointer = join(home, 'database-location');
  const folder = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(home, 'database');
  return existsSync(folder) ? folder : undefined;
}

/** A folder of the server's account, closed to everybody else. */
export function ownedFolder(folder: string, account: Account): string {
  mkdirSync(folder, { recursive: true });
  if (!account.own) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}

/** Root's own data folder lets the server's group pass, and nobody else. */
function letThrough(home: string, account: Account): void {
  const { uid, mode } = statSync(home);
  if (uid !== 0 || mode & 0o001) return;
  chownSync(home, uid, account.gid);
  chmodSync(home, (mode & 0o7777) | 0o010);
}

function reaches(folder: string, account: Account): boolean {
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if (!(mode & bit)) return false;
  return dirname(folder) === folder || reaches(dirname(folder), account);
}
