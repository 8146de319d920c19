import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalText } from '#kernel/refusal';
import { closeDatabase, guatuHome, openDatabase } from '../index.ts';
import { copyBinaries } from '../server/binaries.ts';
import { failure } from '../server/cluster.ts';
import { removeHome } from '../testing.ts';
import { ask, dataOf, newHome, serverOf, startProgram } from './household.ts';

const root = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534, cwd: '/' };

let home: string;
beforeEach(() => {
  home = newHome();
});
afterEach(() => removeHome(home));

/** An ordinary user may read this clone and run this Node. */
const openClone = [import.meta.dirname, dirname(process.execPath)].every(openToOthers);

function openToOthers(folder: string): boolean {
  return (
    (statSync(folder).mode & 0o005) === 0o005 && (dirname(folder) === folder || openToOthers(dirname(folder)))
  );
}

async function openOnce(settings: { home: string }): Promise<void> {
  const db = await openDatabase(settings);
  expect(await ask(db, 'select 1 as one')).toEqual([{ one: 1 }]);
  await closeDatabase(db);
}

const runs = (pid: number | undefined) => statSync(`/proc/${pid}`).uid;

describe('where data lives', () => {
  test.each([
    [{ GUATU_HOME: '/srv/guatu' }, '/srv/guatu'],
    [{ GUATU_HOME: '/srv/guatu', XDG_DATA_HOME: '/x' }, '/srv/guatu'],
    [{ XDG_DATA_HOME: '/x', HOME: '/home/u' }, root ? '/var/lib/guatu' : '/x/guatu'],
    [{ HOME: '/home/u' }, root ? '/var/lib/guatu' : '/home/u/.local/share/guatu'],
  ])('%o', (env, expected) => {
    expect(guatuHome(env)).toBe(expected);
  });

  test('under a name too long for a socket, in Chinese and with a space', async () => {
    const long = join(home, `重点项目 挂图作战${'数'.repeat(30)}`);
    await openOnce({ home: long });
    await removeHome(long);
  });

  test('in a place that cannot be made: one sentence', async () => {
    writeFileSync(join(home, 'file'), '');
    await expect(openDatabase({ home: join(home, 'file', 'data') })).rejects.toMatchObject({
      code: 'db.home_not_writable',
    });
  });
});

describe('the account of the server', () => {
  test.runIf(root)('is never root, and the data is closed to others', async () => {
    const db = await openDatabase({ home });
    expect(runs(serverOf(home))).not.toBe(0);
    expect(statSync(dataOf(home)).mode & 0o077).toBe(0);
    expect(statSync(join(dataOf(home), 'guatu-passwords.json')).mode & 0o777).toBe(0o600);
    await closeDatabase(db);
  });

  test.skipIf(root)('is one’s own', async () => {
    const db = await openDatabase({ home });
    expect(runs(serverOf(home))).toBe(process.getuid?.());
    expect(statSync(join(dataOf(home), 'guatu-passwords.json')).mode & 0o777).toBe(0o600);
    await closeDatabase(db);
  });

  test.runIf(root)(
    'cannot reach a home under a closed folder: the cluster lies outside and is found again',
    async () => {
      const closed = realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-closed-`)));
      const inside = join(closed, 'home');
      await openOnce({ home: inside });
      expect(existsSync(join(inside, 'database'))).toBe(false);
      const data = dataOf(inside);
      expect(data).toMatch(/^\/var\/lib\/guatu\/clusters\//);
      await openOnce({ home: inside });
      expect(dataOf(inside)).toBe(data);
      await removeHome(inside);
      expect(existsSync(dirname(data))).toBe(false);
      rmSync(closed, { recursive: true });
    },
  );

  test.runIf(root && openClone)(
    'an ordinary user runs it as himself; root then runs it as that user (needs a clone open to others)',
    async () => {
      chownSync(home, nobody.uid, nobody.gid);
      const program = await startProgram(home, 'serve', nobody);
      expect(program.said).toBe('open');
      expect(runs(serverOf(home))).toBe(nobody.uid);
      await program.end();
      const db = await openDatabase({ home });
      expect(runs(serverOf(home))).toBe(nobody.uid);
      await closeDatabase(db);
    },
  );

  test.runIf(root && openClone)(
    'an ordinary user on a home of root’s is told so (needs a clone open to others)',
    async () => {
      await openOnce({ home });
      const closed = await startProgram(home, 'share', nobody);
      expect(closed.said).toMatch(/^db\.home_not_writable /);
      await closed.end();
      chmodSync(home, 0o777);
      const foreign = await startProgram(home, 'share', nobody);
      expect(foreign.said).toMatch(/^db\.home_not_ours 数据目录 .* 属于用户 /);
      await foreign.end();
    },
  );
});

describe('a server that cannot start says why', () => {
  test('a setting it does not know is quoted from its log', async () => {
    await openOnce({ home });
    appendFileSync(join(dataOf(home), 'postgresql.conf'), 'nonsense = 1\n');
    await expect(openDatabase({ home })).rejects.toMatchObject({
      code: 'db.cannot_start',
      message: expect.stringContaining('nonsense'),
    });
  });

  test('data of another version of PostgreSQL', async () => {
    await openOnce({ home });
    writeFileSync(join(dataOf(home), 'PG_VERSION'), '17\n');
    await expect(openDatabase({ home })).rejects.toMatchObject({
      code: 'db.version_mismatch',
      details: { found: '17' },
    });
  });

  test.each([
    [
      'FATAL:  could not write lock file "postmaster.pid": No space left on device',
      'db.disk_full',
      '磁盘空间已满',
    ],
    ['initdb: error: something else', 'db.cannot_start', 'something else'],
  ])('%s', (output, code, text) => {
    const refusal = failure(output, '/srv');
    expect(refusal.code).toBe(code);
    expect(refusalText(refusal)).toContain(text);
  });

  test('a copy of the cluster that was broken off is begun anew', async () => {
    const half = join(home, 'database', 'data.new');
    await openOnce({ home });
    await removeHome(home);
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'PG_VERSION'), '18');
    await openOnce({ home });
    expect(existsSync(half)).toBe(false);
  });
});

test('programs are copied whole, with the links npm cannot carry, and readable to all', () => {
  const native = join(home, 'native');
  for (const folder of ['bin', 'lib', 'share']) mkdirSync(join(native, folder), { recursive: true });
  writeFileSync(join(native, 'bin', 'postgres'), '#!', { mode: 0o600 });
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'library', { mode: 0o600 });
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  const copy = copyBinaries(native, join(home, 'pg', '18'), links);
  expect(readlinkSync(join(copy, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  expect(readFileSync(join(copy, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  expect(lstatSync(join(copy, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
  expect(statSync(copy).mode & 0o777).toBe(0o755);
});
