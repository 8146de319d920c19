import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, type Db, openDatabase } from '#db';
import { asTableOwner, removeHome } from '#db/testing';
import { start } from '../support/started.ts';
import { type WorkingCity, workingCity, writeList, year } from '../support/working-city.ts';
import { chanceFrom } from './chance.ts';
import { backendsOf, postmasterOf } from './database-processes.ts';

const home = realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-import-`)));
const before = 5;
const after = 300;
let city: WorkingCity;
/** Held by the test, which starts the database again whenever it was killed. */
let db: Db;

beforeAll(async () => {
  city = await workingCity(home, { projects: before, today: '2023-12-20' });
  db = await openDatabase({ home });
}, 300_000);
afterAll(async () => {
  await closeDatabase(db);
  await removeHome(home);
});

/** While the supervisor starts the killed server again there is nobody to connect to. */
const comingBack =
  /ECONNREFUSED|ENOENT|Connection terminated|starting up|shutting down|recovery mode|terminating connection/;

/** What an import writes, here and there, counted; waits for a database that was killed. */
async function rows(patience = 300): ReturnType<typeof countRows> {
  try {
    return await countRows();
  } catch (error) {
    if (patience === 0 || !comingBack.test((error as Error).message)) throw error;
    await pause(200);
    return rows(patience - 1);
  }
}

async function countRows() {
  const count = async (table: string) => {
    const [row] = await asTableOwner(db, `select count(*)::int as n from city.${table}`);
    return row?.['n'];
  };
  return {
    projects: await count('project'),
    plans: await count('plan_version'),
    imports: await count('import_run'),
  };
}

test('an import killed with -9, itself or its database, has written everything or nothing', async () => {
  const list = join(home, 'longer.csv');
  writeList(list, after);
  const asked = ['import', 'projects', list, '--city', 'dalian', '--year', String(year)];
  const nothing = await rows();
  const chance = chanceFrom(1);
  for (const victim of ['command', 'database', 'command', 'connection', 'command'] as const) {
    const idle = new Set(backendsOf(home));
    const importing = start(asked, { env: city.env });
    const own = () => backendsOf(home).find((pid) => !idle.has(pid));
    while (own() === undefined && importing.process.exitCode === null) await pause(5);
    await pause(chance() * 600);
    if (victim === 'command') await importing.signal('SIGKILL');
    const pid = victim === 'database' ? postmasterOf(home) : own();
    if (victim !== 'command' && pid !== undefined) process.kill(pid, 'SIGKILL');
    const status = await importing.ended;
    const { projects } = await rows();
    if (status === 0 || projects === after) break;
    expect(await rows()).toEqual(nothing);
  }
  await city.run(...asked);
  expect(await rows()).toMatchObject({ projects: after });
  expect(await city.ask('rollups', 'check', '--city', 'dalian')).toMatchObject({ differences: [] });
  expect(await city.ask('audit', 'verify')).toMatchObject({ ok: true });
}, 600_000);
