import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ensure, Refusal } from '#kernel/refusal';
import { type Account, runningAs } from './account.ts';
import { type Binaries, serverBinaries } from './binaries.ts';
import { clusterLocation, ownedFolder } from './location.ts';

export type Passwords = { readonly admin: string; readonly owner: string; readonly app: string };

/** The embedded cluster of one home, ready to be started. */
export type Cluster = {
  readonly home: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly data: string;
  readonly socketFolder: string;
  readonly log: string;
  readonly passwords: Passwords;
};

export const adminRole = 'guatu_admin';

/** Finds the cluster of the home, or makes it. Called while the home's start lock is held. */
export function prepareCluster(home: string): Cluster {
  const { folder, account } = clusterLocation(realpathSync(home));
  const binaries = serverBinaries(home, account);
  const data = join(folder, 'data');
  if (!existsSync(data)) initialise(data, account, binaries);
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  ensure(found === binaries.major, 'db.version_mismatch', { found, expected: binaries.major });
  return {
    home,
    account,
    binaries,
    data,
    socketFolder: socketFolder(folder, account),
    log: join(folder, 'server.log'),
    passwords: JSON.parse(readFileSync(passwordFile(data), 'utf8')) as Passwords,
  };
}

const passwordFile = (data: string) => join(data, 'guatu-passwords.json');

/** Made in a folder of its own and renamed at the end: a cluster is there whole or not at all. */
function initialise(data: string, account: Account, binaries: Binaries): void {
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  const passwords: Passwords = { admin: secret(), owner: secret(), app: secret() };
  const handover = `${data}.password`;
  writeClosed(handover, passwords.admin, account);
  try {
    const args = ['-D', draft, '-U', adminRole, `--pwfile=${handover}`, '-A', 'scram-sha-256', '-E', 'UTF8'];
    args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
    const run = spawnSync(join(binaries.folder, 'bin', 'initdb'), args, {
      ...runningAs(account),
      cwd: '/',
      env: serverEnvironment(binaries),
      encoding: 'utf8',
    });
    if (run.status !== 0) throw failure(run.error?.message ?? `${run.stdout}\n${run.stderr}`, data);
  } finally {
    rmSync(handover, { force: true });
  }
  writeClosed(passwordFile(draft), JSON.stringify(passwords), account);
  renameSync(draft, data);
}

/** Why a program of the server failed, as a refusal: a full disk has its own sentence. */
export function failure(output: string, folder: string): Refusal {
  if (/No space left on device/.test(output)) return new Refusal('db.disk_full', { folder });
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return new Refusal('db.cannot_start', { reason: lines.slice(-6).join('\n') });
}

export function serverEnvironment(binaries: Binaries): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: join(binaries.folder, 'lib') };
}

const secret = () => randomBytes(24).toString('base64url');

function writeClosed(file: string, text: string, account: Account): void {
  rmSync(file, { force: true });
  writeFileSync(file, text, { mode: 0o600 });
  if (!account.own) chownSync(file, account.uid, account.gid);
}

/** The name of a socket is at most 107 bytes long: a home with a long name has its sockets under /tmp. */
function socketFolder(folder: string, account: Account): string {
  const inside = join(folder, 'run');
  const short = Buffer.byteLength(inside) <= 90 && !/[",]/.test(inside);
  const chosen = short
    ? inside
    : `/tmp/guatu-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  ownedFolder(chosen, account);
  const { uid } = lstatSync(chosen);
  ensure(uid === account.uid, 'db.cannot_start', { reason: `${chosen} 属于另一个用户` });
  return chosen;
}
