import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { ensure, refuse } from '#kernel/refusal';

/** The system account the database server runs under. `own` when it is this process's account. */
export type Account = { readonly uid: number; readonly gid: number; readonly own: boolean };

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as whoever owns the cluster, or the data folder, and
 * for new data as the system user `guatu`. Everybody else runs it as themselves, on data of their own.
 */
export function serverAccount(home: string, cluster: string): Account {
  const uid = process.getuid?.() ?? 0;
  const owner = existsSync(cluster) ? statSync(cluster) : statSync(home);
  if (uid !== 0) {
    const foreign = existsSync(cluster) && owner.uid !== uid;
    ensure(!foreign, 'db.home_not_ours', { folder: cluster, owner: nameOf(owner.uid) });
    return { uid, gid: process.getgid?.() ?? uid, own: true };
  }
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, own: false };
  return (
    findAccount('guatu') ?? createAccount() ?? findAccount('postgres') ?? findAccount('nobody') ?? none()
  );
}

/** Options for a child process under this account. */
export function runningAs(account: Account): { uid?: number; gid?: number } {
  return account.own ? {} : { uid: account.uid, gid: account.gid };
}

function none(): never {
  return refuse('db.no_server_account');
}

function accounts(): string[][] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
}

function findAccount(name: string): Account | undefined {
  const entry = accounts().find(([login]) => login === name);
  const uid = Number(entry?.[2]);
  return entry && uid > 0 ? { uid, gid: Number(entry[3]), own: false } : undefined;
}

function nameOf(uid: number): string {
  return accounts().find((entry) => entry[2] === String(uid))?.[0] ?? String(uid);
}

/** Debian and Red Hat have useradd; small images have busybox' adduser. */
function createAccount(): Account | undefined {
  const ways: readonly (readonly [string, readonly string[]])[] = [
    [
      'useradd',
      [
        '--system',
        '--user-group',
        '--no-create-home',
        '--home-dir',
        '/var/lib/guatu',
        '--shell',
        '/bin/false',
        'guatu',
      ],
    ],
    ['adduser', ['-S', '-D', '-H', '-h', '/var/lib/guatu', '-s', '/bin/false', 'guatu']],
  ];
  for (const [command, args] of ways) {
    spawnSync(command, args, { stdio: 'ignore', env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } });
    const created = findAccount('guatu');
    if (created) return created;
  }
  return undefined;
}
