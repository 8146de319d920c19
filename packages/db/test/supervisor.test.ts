import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDatabase, type DatabaseSettings, type Db, openDatabase } from '../index.ts';
import { removeHome } from '../testing.ts';
import { ask, dataOf, newHome, serverOf, startProgram } from './household.ts';

let home: string;
beforeEach(() => {
  home = newHome();
});
afterEach(async () => {
  await Promise.all([...opened].map(close));
  await removeHome(home);
});

const opened = new Set<Db>();

async function open(settings: DatabaseSettings): Promise<Db> {
  const db = await openDatabase(settings);
  opened.add(db);
  return db;
}

async function close(db: Db): Promise<void> {
  opened.delete(db);
  await closeDatabase(db);
}

const serverPid = () => serverOf(home);

describe('one program on a home', () => {
  test('starts the server and stops it at its end; what it wrote is there the next time', async () => {
    const first = await open({ home });
    await ask(first, 'create temporary table gone as select 1');
    expect(serverPid()).toBeDefined();
    await close(first);
    expect(serverPid()).toBeUndefined();
    const second = await open({ home });
    expect(await ask(second, 'select current_database() as name')).toEqual([{ name: 'guatu' }]);
    await close(second);
    expect(serverPid()).toBeUndefined();
  });

  test('opens two databases on one server', async () => {
    const [city, demo] = await Promise.all([open({ home }), open({ home, database: 'guatu_demo' })]);
    expect(await ask(demo, 'select current_database() as name')).toEqual([{ name: 'guatu_demo' }]);
    await close(demo);
    expect(await ask(city, 'select 1 as one')).toEqual([{ one: 1 }]);
    await close(city);
    expect(serverPid()).toBeUndefined();
  });

  test('lets nobody in over the network and names no superuser to the program', async () => {
    const db = await open({ home });
    const rows = await ask(
      db,
      `select current_setting('listen_addresses') as listens, current_user as role,
        current_setting('server_encoding') as encoding, (select rolsuper from pg_roles where rolname = current_user) as super`,
    );
    expect(rows).toEqual([{ listens: '', role: 'guatu_app', encoding: 'UTF8', super: false }]);
    await close(db);
  });
});

describe('after a kill -9', () => {
  test('of the program, the next one adopts the server that was left', async () => {
    const killed = await startProgram(home, 'serve');
    const left = serverPid();
    await killed.kill();
    expect(serverPid()).toBe(left);
    const db = await open({ home, exclusive: true });
    expect(serverPid()).toBe(left);
    expect(await ask(db, 'select 1 as one')).toEqual([{ one: 1 }]);
    await close(db);
    expect(serverPid()).toBeUndefined();
  });

  test('of the server, it is started again and the open database goes on', async () => {
    const db = await open({ home, exclusive: true });
    for (let round = 0; round < 2; round++) {
      const before = serverPid();
      process.kill(before ?? 0, 'SIGKILL');
      await vi.waitFor(() => expect([undefined, before]).not.toContain(serverPid()), 30_000);
      expect(await ask(db, 'select 2 as two')).toEqual([{ two: 2 }]);
    }
    await close(db);
    expect(serverPid()).toBeUndefined();
  });

  test('of both, the next program starts the server again', async () => {
    const killed = await startProgram(home, 'serve');
    process.kill(serverPid() ?? 0, 'SIGKILL');
    await killed.kill();
    const db = await open({ home });
    expect(await ask(db, 'select 1 as one')).toEqual([{ one: 1 }]);
    await close(db);
  });

  test('of the machine: the number in the pid file belongs to another program now', async () => {
    await close(await open({ home }));
    const stale = [
      process.pid,
      dataOf(home),
      1_700_000_000,
      5432,
      join(home, 'database', 'run'),
      '',
      '1 1',
      'ready',
    ];
    writeFileSync(join(dataOf(home), 'postmaster.pid'), stale.join('\n'));
    const db = await open({ home });
    expect(serverPid()).not.toBe(process.pid);
    await close(db);
  });
});

describe('two programs on a home', () => {
  test('a second service is refused, with the number of the first', async () => {
    const first = await startProgram(home, 'serve');
    expect(first.said).toBe('open');
    await expect(open({ home, exclusive: true })).rejects.toMatchObject({
      code: 'db.home_in_use',
      details: { home, pid: String(first.process.pid) },
    });
    const second = await startProgram(home, 'serve');
    expect(second.said).toMatch(/^db\.home_in_use 数据目录 .* 正在被另一个挂图服务使用/);
    await second.end();
    await first.end();
    await close(await open({ home, exclusive: true }));
  });

  test('the command line shares the server of a running service and leaves it running', async () => {
    const service = await startProgram(home, 'serve');
    const running = serverPid();
    const db = await open({ home });
    expect(serverPid()).toBe(running);
    await close(db);
    expect(serverPid()).toBe(running);
    await service.end();
    expect(serverPid()).toBeUndefined();
  });

  test('a server started by the command line outlives it when a service has joined', async () => {
    const db = await open({ home });
    const service = await startProgram(home, 'serve');
    const running = serverPid();
    await close(db);
    expect(serverPid()).toBe(running);
    await service.end();
    expect(serverPid()).toBeUndefined();
  });

  test('a service that ends leaves the server to the command line at work, which stops it at its own end', async () => {
    const service = await startProgram(home, 'serve');
    const db = await open({ home });
    await service.end();
    expect(await ask(db, 'select 1 as one')).toEqual([{ one: 1 }]);
    await close(db);
    expect(serverPid()).toBeUndefined();
  });

  test('started at the same moment share one server', async () => {
    const programs = await Promise.all([1, 2, 3].map(() => startProgram(home, 'share')));
    expect(programs.map((program) => program.said)).toEqual(['open', 'open', 'open']);
    await Promise.all(programs.map((program) => program.end()));
    expect(serverPid()).toBeUndefined();
  });
});
