import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { closeDatabase, openDatabase } from '#db';
import { asTableOwner, removeHome } from '#db/testing';
import { browserAt } from '#http/testing';
import { signIn } from '../../features/identity/contract.ts';
import { listProjects } from '../../features/projects/contract.ts';
import { freePort } from '../support/free-port.ts';
import { serve } from '../support/served.ts';
import { start } from '../support/started.ts';
import { chanceFrom } from './chance.ts';

const home = realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-first-`)));
afterAll(() => removeHome(home));

/** How many cities the demonstration's database knows of; none while it is not there. */
async function citiesEntered(): Promise<number> {
  const db = await openDatabase({ home, database: 'guatu_demo' });
  try {
    const [row] = await asTableOwner(db, 'select count(*)::int as n from city.city');
    return Number(row?.['n']);
  } catch {
    return 0;
  } finally {
    await closeDatabase(db);
  }
}

const startOnHome = (port: number) =>
  start(['serve'], { env: { GUATU_HOME: home, GUATU_PORT: String(port) } });

/** Kills a start as soon as it has entered one city more, before it could fill it. False: it had them all. */
async function killOnceItEnters(port: number): Promise<boolean> {
  const before = await citiesEntered();
  const starting = startOnHome(port);
  const isUp = () => starting.said().includes('挂图已启动') || starting.process.exitCode !== null;
  while (!isUp() && (await citiesEntered()) === before);
  const entered = !isUp();
  await starting.signal('SIGKILL');
  return entered;
}

const demonstrated = (pack: string) =>
  readFileSync(join(import.meta.dirname, '../../packs', pack, 'demo/projects.csv'), 'utf8')
    .trim()
    .split('\n').length - 1;

test('a first start killed with -9 at any moment, again and again, is completed by the next one', async () => {
  const port = await freePort();
  const chance = chanceFrom(1);
  for (let time = 0; time < 4; time++) {
    const starting = startOnHome(port);
    await pause(300 + chance() * 1500);
    await starting.signal('SIGKILL');
  }
  while (await killOnceItEnters(port));
  const served = await serve(home, { port });
  try {
    await served.untilItSays('正式使用');
    const password = /密码均为 (\S+?)：/.exec(served.said())?.[1] ?? '';
    for (const [cityId, pack, year] of [
      [210_200, 'dalian', 2023],
      [331_100, 'lishui', 2020],
    ] as const) {
      const { call } = browserAt(served.baseUrl);
      await call(signIn, { cityId, login: 'keyuan', password });
      expect(await call(listProjects, { year })).toMatchObject({ total: demonstrated(pack) });
    }
    expect(await served.signal('SIGTERM')).toBe(0);
  } finally {
    await served.signal('SIGKILL');
  }
}, 600_000);
