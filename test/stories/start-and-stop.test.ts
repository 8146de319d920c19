import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeHome } from '#db/testing';
import { browserAt } from '#http/testing';
import { signIn } from '../../features/identity/contract.ts';
import { serverOf } from '../../packages/db/test/household.ts';
import { type ClosedClone, closedClone, isReadableToAll } from '../support/closed-clone.ts';
import { freePort } from '../support/free-port.ts';
import { type Served, serve } from '../support/served.ts';
import { run, type Starting, start } from '../support/started.ts';

const newFolder = () => realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-start-`)));
const isRoot = process.getuid?.() === 0;
const npmStart = ['npm', 'start'] as [string, string];

/** What is printed for people at a start, taken apart. */
function printed(served: Served) {
  const said = served.said();
  return {
    address: /挂图已启动：(\S+)/.exec(said)?.[1] ?? '',
    password: /密码均为 (\S+?)：/.exec(said)?.[1] ?? '',
    logins: [...said.matchAll(/(\w+)（[^）]+）/g)].map(([, login]) => login ?? ''),
  };
}

/** Nothing here is asserted about time: the limit only ends a run that hangs. */
const patience = 300_000;

describe('a home from its first start on', { timeout: patience }, () => {
  const home = newFolder();
  const port = freePort();
  let first: Served;
  let shown: ReturnType<typeof printed>;
  beforeAll(async () => {
    first = await serve(home, { port: await port });
    await first.untilItSays('正式使用');
    shown = printed(first);
  }, patience);
  afterAll(async () => {
    await first.signal('SIGKILL');
    await removeHome(home);
  });

  test('prints the address, and accounts one can sign in with', async () => {
    const { address, password, logins } = shown;
    expect(address).toBe(first.baseUrl);
    expect((await fetch(address)).headers.get('content-type')).toMatch(/^text\/html/);
    expect(await (await fetch(`${address}/api/health`)).json()).toMatchObject({ status: 'ok', cities: 2 });
    expect(logins.length).toBeGreaterThan(10);
    for (const login of logins.slice(0, 3)) {
      expect(await browserAt(address).call(signIn, { login, password })).toMatchObject({
        login,
        mustChange: false,
      });
    }
  });

  test('refuses a second start on the same data in one sentence, and goes on', async () => {
    const env = { GUATU_HOME: home, GUATU_PORT: String(await freePort()) };
    const second = await run(['serve'], { env });
    const { pid } = first.process;
    expect(second).toMatchObject({ status: 1, stdout: '' });
    expect(second.stderr).toBe(
      `数据目录 ${home} 正在被另一个挂图服务使用（进程号 ${pid}），请先停止它，或用 GUATU_HOME 指定另一个目录。\n`,
    );
    expect((await fetch(first.baseUrl)).status).toBe(200);
  });

  test('refuses a port that is taken in one sentence, before it touches any data', async () => {
    const elsewhere = newFolder();
    const env = { GUATU_HOME: elsewhere, GUATU_PORT: String(await port) };
    const second = await run(['serve'], { env });
    expect(second).toMatchObject({ status: 1, stdout: '' });
    expect(second.stderr).toBe(
      `端口 ${await port} 已被其他程序占用，请先停止该程序，或用 GUATU_PORT 指定其他端口。\n`,
    );
    expect(serverOf(elsewhere)).toBeUndefined();
    // Empty, or it could not be removed so.
    rmSync(elsewhere, { recursive: true });
    expect((await fetch(first.baseUrl)).status).toBe(200);
  });

  test('shares its database with the command line, which does not stop it', async () => {
    const database = serverOf(home);
    const env = { GUATU_HOME: home };
    const doctor = await run(['doctor', '--json'], { env });
    expect(doctor).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(doctor.stdout)).toMatchObject({ database: { cities: [] } });
    const about = ['--city', 'dalian', '--login', 'zhangli', '--name', '张丽', '--role', 'coordinator-clerk'];
    const added = await run(['user', 'add', ...about, '--password', 'Qiufen@2023', '--json'], { env });
    expect(added.status).toBe(0);
    expect(serverOf(home)).toBe(database);
    expect(await (await fetch(`${first.baseUrl}/api/health`)).json()).toMatchObject({ status: 'ok' });
  });

  test('stops on Ctrl-C, however often it is pressed, and leaves no database running', async () => {
    const over = first.signal('SIGINT');
    await first.untilItSays('正在停止');
    await Promise.all([first.signal('SIGINT'), first.signal('SIGINT')]);
    expect(await over).toBe(0);
    expect(first.said()).toMatch(/正在停止……\n已停止\n$/);
    expect(first.complained()).toBe('');
    expect(serverOf(home)).toBeUndefined();
  });

  test('opens again on the same data: now the city’s own, with its first account', async () => {
    first = await serve(home, { port: await port });
    console.log(`opened in ${first.startedInMs} ms with data there (promised: under 3000 ms)`);
    expect(first.said()).not.toContain('演示');
    const about = { login: 'zhangli', password: 'Qiufen@2023' };
    expect(await browserAt(first.baseUrl).call(signIn, about)).toMatchObject({
      name: '张丽',
      mustChange: true,
    });
    const demonstration = { login: shown.logins[0] ?? '', password: shown.password };
    await expect(browserAt(first.baseUrl).call(signIn, demonstration)).rejects.toMatchObject({
      code: 'signin.wrong',
    });
    expect(await first.signal('SIGTERM')).toBe(0);
    expect(serverOf(home)).toBeUndefined();
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s while it is still starting: it stops, and leaves no database running',
    async (signal) => {
      const env = { GUATU_HOME: home, GUATU_PORT: String(await port) };
      const starting = start(['serve'], { env });
      while (serverOf(home) === undefined && starting.process.exitCode === null) await pause(5);
      expect(await starting.signal(signal)).toBe(0);
      expect(starting.said()).toMatch(/正在停止……\n已停止\n$/);
      expect(serverOf(home)).toBeUndefined();
    },
  );
});

/** A first start, a visit, the command line beside it, Ctrl-C: all as whoever owns the clone. */
async function liveThrough(home: string, who: Starting & { readonly root: string }): Promise<number> {
  const guatu = [join(who.root, 'node_modules/.bin/node'), join(who.root, 'apps/cli/main.ts')] as [
    string,
    string,
  ];
  const served = await serve(home, { ...who, command: npmStart });
  try {
    await served.untilItSays('正式使用');
    expect((await fetch(served.baseUrl)).status).toBe(200);
    const database = serverOf(home);
    const uid = statSync(`/proc/${database}`).uid;
    const doctor = await run(['doctor'], { ...who, command: guatu, env: { ...who.env, GUATU_HOME: home } });
    expect(doctor).toMatchObject({ status: 0, stderr: '' });
    expect(serverOf(home)).toBe(database);
    await served.signal('SIGINT');
    expect(served.said()).toMatch(/正在停止……\n已停止\n$/);
    expect(serverOf(home)).toBeUndefined();
    return uid;
  } finally {
    await served.signal('SIGKILL');
    await removeHome(home);
  }
}

describe('npm start in a clone below a folder closed to others', { timeout: patience }, () => {
  let clone: ClosedClone | undefined;
  afterAll(() => clone?.remove());
  const open = (uid: number, gid: number) => {
    clone = closedClone({ uid, gid });
    expect(statSync(clone.beside).mode & 0o077).toBe(0);
    const home = join(clone.beside, 'data');
    mkdirSync(home, { mode: 0o700 });
    return { ...clone, home };
  };

  test.runIf(isRoot)('as root: the database runs as somebody else, who cannot enter there', async () => {
    const { root, home, remove } = open(0, 0);
    expect(await liveThrough(home, { root })).not.toBe(0);
    remove();
  });

  test.runIf(isRoot && isReadableToAll)(
    'as an ordinary user with a home of his own (tried when the tests run as root in a checkout readable to all)',
    async () => {
      const nobody = { uid: 65_534, gid: 65_534 };
      const { root, beside, remove } = open(nobody.uid, nobody.gid);
      const env = { HOME: beside };
      expect(await liveThrough(join(beside, '.local/share/guatu'), { root, env, ...nobody })).toBe(
        nobody.uid,
      );
      remove();
    },
  );

  test.skipIf(isRoot)('as the user who runs the tests', async () => {
    const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
    const { root, home, remove } = open(uid, gid);
    expect(await liveThrough(home, { root })).toBe(uid);
    remove();
  });
});
