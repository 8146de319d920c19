import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, type Db, openDatabase } from '#db';
import { asTableOwner, removeHome } from '#db/testing';
import { checkMatters } from '#engines/matters';
import { enterCity } from '../apps/program/enter-city.ts';
import { closeProgram, openProgram, type Program } from '../apps/program/program.ts';
import { addUser } from '../features/identity/acts/add-user.ts';
import { sweepCity } from '../features/matters/acts/sweep-city.ts';
import { type BenchCity, benchCities, benchDay, benchPack, password } from './cities.ts';
import { inCity } from './fill.ts';
import { measure, type Request } from './load.ts';
import { quiet, type Running, signIn, start, startServer } from './stack.ts';

type MattersBench = {
  readonly home: string;
  readonly port: number;
  readonly scale: number;
  readonly seconds: number;
  readonly runs: number;
  readonly say: (line: string) => void;
};

const connections = 8;
const leads = 40;
const rule = { warn: { amount: 3, unit: 'day' }, basis: '平台默认值' };
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** A million matters, one in ten open: opened, acted on and closed through HTTP, a handler's board, a sweep. */
export async function benchMatters(bench: MattersBench): Promise<void> {
  const { home, scale, say } = bench;
  const [city] = benchCities(0.05) as [BenchCity];
  const total = Math.round(1_000_000 * scale);
  say(`matters: ${total}, ${cpus().length} cpus, load ${loadavg()[0]?.toFixed(1)}, data in ${home}`);
  await fill(home, city, total, say);
  // First: what has fired once does not fire again.
  await measureSweep(home, city, total, say);
  await measureServed(bench, city);
}

async function fill(
  home: string,
  city: BenchCity,
  total: number,
  say: (line: string) => void,
): Promise<void> {
  const text = readFileSync(join(import.meta.dirname, 'matters.sql'), 'utf8');
  const stamp = `${total} ${text}`;
  const stampFile = join(home, 'filled');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await removeHome(home);
  mkdirSync(home, { recursive: true });
  const program = await openProgram({ home, today: benchDay });
  try {
    await enterCity(program, benchPack(home, city));
    const clerk = await inCity(program, city, (one) =>
      addUser(one, {
        ...{ login: 'clerk', displayName: '试测', password, mustChange: false },
        grants: [{ role: 'coordinator-clerk', fromOn: '2020-01-01' }],
      }),
    );
    const orgs = await leadsOf(program.db, city);
    const piece = async (from: number, to: number) => {
      const values = [city.cityId, clerk.accountId, from, to, benchDay, orgs, JSON.stringify(rule)];
      await asTableOwner(program.db, text, values);
    };
    const sample = Math.min(5000, total);
    await piece(1, sample);
    const { matters, faults } = await inCity(program, city, checkMatters);
    if (faults.length > 0)
      throw new Error(`the filling folds to something else: ${JSON.stringify(faults[0])}`);
    say(`${matters} folded again: what the rows say`);
    for (let from = sample + 1; from <= total; from += 50_000)
      await piece(from, Math.min(total, from + 49_999));
    await asTableOwner(program.db, 'vacuum analyze');
    writeFileSync(stampFile, stamp);
  } finally {
    await closeProgram(program);
  }
}

/** Units that exist, the same ones at every run. */
async function leadsOf(db: Db, { cityId }: BenchCity): Promise<string[]> {
  const rows = await asTableOwner(
    db,
    'select org_id as id from city.organisation where city_id = $1 order by official_order, slug limit $2',
    [cityId, leads],
  );
  return rows.map(({ id }) => String(id));
}

async function measureServed(
  { home, port, seconds, runs, say }: MattersBench,
  city: BenchCity,
): Promise<void> {
  const server = await startServer(home, port);
  const db = await openDatabase({ home, connections: 1 });
  try {
    await quiet(server.pid);
    const orgs = await leadsOf(db, city);
    // Due in weeks: what the sweep of the server itself would not touch meanwhile.
    const open = await asTableOwner(
      db,
      `select matter_id as id from city.matter where city_id = $1 and closed_at is null and version = 1
       order by md5(matter_id::text) limit 40000`,
      [city.cityId],
    );
    const ids = open.map(({ id }) => String(id));
    const half = ids.length >> 1;
    const lead = (at: number) => orgs[at % orgs.length]!;
    const acted = ids.slice(0, half).map((id, at): Request[] => [
      {
        method: 'POST',
        path: `/api/matters/${id}/acts`,
        body: { version: 1, action: 'assign', given: {}, lead: lead(at + 7) },
      },
    ]);
    const closed = ids.slice(half).map((id): Request[] => [
      {
        method: 'POST',
        path: `/api/matters/${id}/acts`,
        body: { version: 1, action: 'cancel', given: { reason: '合并办理' } },
      },
    ]);
    const opened = Array.from({ length: 20_000 }, (_, at): Request[] => {
      const given = { content: '第几项', source: '会议', dueDay: '2026-03-01' };
      return [
        {
          method: 'POST',
          path: '/api/matters',
          body: { kind: 'task', title: `新任务 ${at}`, given, lead: lead(at) },
        },
      ];
    });
    const boards = orgs.map((id): Request[] => [{ method: 'GET', path: `/api/matters/board?lead=${id}` }]);
    const whole: Request[][] = [[{ method: 'GET', path: '/api/matters/board?whole=true' }]];
    const cookies = await signIn(port, city, 'clerk', connections);
    const once = async ({ method, path, body }: Request) => {
      const headers = {
        cookie: cookies[0]!,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      };
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        ...{ method, headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    };
    const answers = {
      board: await once(boards[0]![0]!),
      open: await once(opened.pop()![0]!),
      act: await once(acted.pop()![0]!),
    };
    const file = join(home, 'matter-answers.json');
    writeFileSync(file, JSON.stringify(answers));
    const args = [home, String(city.cityId), String(port + 1), file];
    const env = { GUATU_PORT: String(port + 1) };
    const floor = await start('bench/floor/matters-server.ts', args, env, (output) =>
      output.includes('floor is up'),
    );
    try {
      const rate = (at: Running, units: readonly (readonly Request[])[], writes: boolean) =>
        measure({ port: at.port, cookies, connections, seconds, units, once: writes });
      const figures = [
        ['open', opened, true, 1 / 3],
        ['act', acted, true, 1 / 3],
        ['close', closed, true, 1 / 3],
        ['board of a unit', boards, false, 1 / 2],
      ] as const;
      for (const [name, units, writes, least] of figures) {
        const own: number[] = [];
        const ofFloor: number[] = [];
        const part = Math.floor(units.length / (2 * runs));
        const turn = (n: number) => (writes ? units.slice(n * part, (n + 1) * part) : units);
        for (let run = 0; run < runs; run++) {
          own.push((await rate(server, turn(2 * run), writes)).perSecond);
          ofFloor.push((await rate(floor, turn(2 * run + 1), writes)).perSecond);
        }
        const ratio = median(own) / median(ofFloor);
        const verdict = ratio >= least ? '' : ' (missed)';
        say(
          `${name}: ${median(own).toFixed(0)}/s, floor ${median(ofFloor).toFixed(0)}/s, ratio ${ratio.toFixed(2)}, at least ${least.toFixed(2)}${verdict}`,
        );
      }
      const all = await measure({ port, cookies, connections: 1, seconds, units: whole });
      say(`board of all, one reader: ${all.medianMs.toFixed(0)} ms`);
    } finally {
      await floor.stop();
    }
  } finally {
    await closeDatabase(db);
    await server.stop();
  }
}

/** Every open matter is looked at; about one in eight has a rung that is due. */
async function measureSweep(
  home: string,
  city: BenchCity,
  total: number,
  say: (line: string) => void,
): Promise<void> {
  const program: Program = await openProgram({ home, today: benchDay });
  try {
    await asTableOwner(
      program.db,
      `update city.matter set next_at = opened_at where city_id = ${city.cityId} and closed_at is null`,
    );
    await asTableOwner(program.db, 'vacuum analyze city.matter');
    const began = performance.now();
    const { looked, fired } = await sweepCity(program.world, city.cityId);
    const seconds = (performance.now() - began) / 1000;
    const atMost = (10 * total) / 1_000_000;
    say(
      `sweep of ${looked} open, ${fired} rungs: ${seconds.toFixed(1)} s, at most ${atMost.toFixed(1)} s, load ${loadavg()[0]?.toFixed(1)}`,
    );
  } finally {
    await closeProgram(program);
  }
}
