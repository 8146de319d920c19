// `npm run bench [-- FIGURE ...]`: fills two cities once, then measures the served program and, beside it, the floor.
// GUATU_BENCH_HOME names the folder of its data, GUATU_BENCH_SCALE makes small cities to try the bench itself with.
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { closeDatabase, type Db, guatuHome, openDatabase } from '#db';
import { asTableOwner } from '#db/testing';
import { cityPacks } from '#pack';
import { packNamed } from '../apps/program/program.ts';
import { bareRate, planOf } from './bare.ts';
import { type BenchCity, benchCities } from './cities.ts';
import { writeListWorkbook } from './fill/workbook.ts';
import { fillCities } from './fill.ts';
import { firstLoadKilobytes } from './first-load.ts';
import { type Load, measure, type Request } from './load.ts';
import { benchMatters } from './matters.ts';
import { databaseProcesses, pssOf } from './memory.ts';
import { type Line, type Results, type Served, writeResults } from './results.ts';
import { quiet, type Running, signIn, start, startServer } from './stack.ts';
import { type Asked, type Figure, requestsFor } from './subjects.ts';

const port = Number(process.env['GUATU_BENCH_PORT'] ?? 8650);
const scale = Number(process.env['GUATU_BENCH_SCALE'] ?? 1);
const seconds = Number(process.env['GUATU_BENCH_SECONDS'] ?? 4);
const home = process.env['GUATU_BENCH_HOME'] ?? join(dirname(guatuHome()), 'guatu-bench');
const connections = 8;
const runs = 5;
const only = new Set(process.argv.slice(2));
const wants = (figure: string) => only.size === 0 || only.has(figure);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

// Has data of its own and is measured only where it is asked for.
if (only.delete('matters')) {
  await benchMatters({ home: `${home}-matters`, port, scale, seconds, runs, say });
  if (only.size === 0) process.exit(0);
}
const cities = benchCities(scale);
const [small, large] = cities as [BenchCity, BenchCity];
mkdirSync(home, { recursive: true });
const startedAt = new Date();
const loadBefore = loadavg()[0] ?? 0;
say(`data in ${home}`);
await fillCities(home, cities, say);
const served: Served[] = [];
const lines: Line[] = [];
const memory = await measureServed();
await measureAlone();
const kilobytes = firstLoadKilobytes();
if (kilobytes !== undefined && wants('first-load'))
  lines.push({ figure: '首屏（gzip）', value: kilobytes, unit: 'kB', atMost: 400 });
if (memory !== undefined)
  lines.push({ figure: '服务与数据库内存（PSS）', value: memory, unit: 'MB', atMost: 350 });
const results: Results = {
  ...{ at: startedAt.toISOString(), scale, runs, secondsPerRun: seconds, connections },
  machine: {
    cpus: cpus().length,
    model: cpus()[0]?.model ?? '',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    loadBefore,
  },
  cities: cities.map(({ size, projects, years }) => ({ size, projects, months: years.length * 12 })),
  served,
  lines,
};
writeResults(results, only.size === 0 && scale === 1);

/** The program under load, and the floor in its place right after; what both hold in memory a minute later. */
async function measureServed(): Promise<number | undefined> {
  // What is held in memory says something only after all of it was asked for.
  const figures = (['list', 'selected', 'page', 'cockpit', 'report'] as const).filter(
    (figure) => wants(figure) || wants('memory'),
  );
  if (figures.length === 0) return undefined;
  const server = await startServer(home, port);
  const db = await openDatabase({ home, connections: 1 });
  try {
    await quiet(server.pid);
    for (const city of [small, large]) {
      const asked = await requestsFor(db, city);
      const floor = await startFloor(db, server, city, asked);
      try {
        for (const figure of figures) served.push(await compare(db, figure, city, asked, { server, floor }));
      } finally {
        await floor.stop();
      }
    }
    if (!wants('memory')) return undefined;
    await pause(60_000);
    const pids = [server.pid, ...databaseProcesses(home)];
    return pids.reduce((sum, pid) => sum + pssOf(pid), 0);
  } finally {
    await closeDatabase(db);
    await server.stop();
  }
}

/** The floor writes the program's own answers again: they are asked for once, here. */
async function startFloor(db: Db, { port: at }: Running, city: BenchCity, asked: Asked): Promise<Running> {
  const [cookie = ''] = await signIn(at, city, 'clerk', 1);
  const answerTo = async ({ method, path, body }: Request) => {
    const answer = await fetch(`http://127.0.0.1:${at}${path}`, {
      method,
      headers: {
        ...{ cookie, 'idempotency-key': crypto.randomUUID() },
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.json();
  };
  const [project, months] = asked.page[0] ?? [];
  const last = asked.report.at(-1)?.[0];
  const templates = {
    list: await answerTo(asked.list[0]![0]!),
    project: await answerTo(project!),
    months: await answerTo(months!),
    cockpit: await answerTo(asked.cockpit[0]![0]!),
    report: await answerTo(last!),
  };
  const file = join(home, 'answers.json');
  writeFileSync(file, JSON.stringify(templates));
  if (city.size === 'large') await keepPlans(db, city, asked);
  const args = [home, String(city.cityId), String(port + 1), file];
  const floor = await start('bench/floor/server.ts', args, { GUATU_PORT: String(port + 1) }, (output) =>
    output.includes('floor is up'),
  );
  return floor;
}

/** In turn, so that a machine that grows slower does so for both. */
async function compare(
  db: Db,
  figure: Figure,
  city: BenchCity,
  asked: Asked,
  { server, floor }: { server: Running; floor: Running },
): Promise<Served> {
  const cookies = await signIn(server.port, city, 'clerk', connections);
  const writes = figure === 'report';
  const load = (at: Running, units: Load['units'], time = seconds): Load => ({
    ...{ port: at.port, cookies, connections, seconds: time, units, once: writes },
  });
  // The last was saved already, for the floor to learn the answer from.
  const half = (asked.report.length - 1) / (2 * runs + 2);
  const unitsOf = (turn: number) =>
    writes ? asked.report.slice(Math.floor(turn * half), Math.floor((turn + 1) * half)) : asked[figure];
  const rates: { program: number[]; floor: number[]; medianMs: number[] } = {
    program: [],
    floor: [],
    medianMs: [],
  };
  await measure(load(server, unitsOf(0), 3));
  await measure(load(floor, unitsOf(1), 2));
  for (let run = 1; run <= runs; run++) {
    const own = await measure(load(server, unitsOf(2 * run)));
    rates.program.push(own.perSecond);
    rates.medianMs.push(own.medianMs);
    rates.floor.push((await measure(load(floor, unitsOf(2 * run + 1)))).perSecond);
  }
  const bare = writes
    ? null
    : await bareRate(db, sqlOf(figure), valuesFor(figure, city, asked), { connections, seconds });
  const result: Served = {
    ...{ figure, size: city.size, perSecond: median(rates.program), floorPerSecond: median(rates.floor) },
    ...{ barePerSecond: bare, medianMs: median(rates.medianMs), runs: rates.program.map(Math.round) },
  };
  const ratio = (result.perSecond / result.floorPerSecond).toFixed(2);
  say(
    `${city.size} ${figure}: ${result.perSecond.toFixed(0)}/s, floor ${result.floorPerSecond.toFixed(0)}/s, ratio ${ratio}`,
  );
  return result;
}

function sqlOf(figure: Figure): string {
  if (figure === 'page') return 'months';
  return figure === 'selected' ? 'list' : figure;
}

function valuesFor(
  figure: Figure,
  { cityId }: BenchCity,
  asked: Asked,
): (number: number) => readonly unknown[] {
  return (number) => {
    const unit = asked[figure][number % asked[figure].length]!;
    const url = new URL(unit.at(-1)!.path, 'http://bench');
    const of = (name: string) => url.searchParams.get(name);
    if (figure === 'cockpit') return [cityId, '2025-11', '2025-10'];
    if (figure === 'page') return [cityId, url.pathname.split('/')[4]];
    return [cityId, of('district'), of('list'), of('category')];
  };
}

/** What the floor's statements do here, beside their texts. */
async function keepPlans(db: Db, city: BenchCity, asked: Asked): Promise<void> {
  if (scale !== 1) return;
  const project = valuesFor('page', city, asked)(0)[1];
  const plans: readonly (readonly [string, readonly unknown[]])[] = [
    ['list', valuesFor('list', city, asked)(0)],
    ['project', [city.cityId, project]],
    ['months', [city.cityId, project]],
    ['cockpit', valuesFor('cockpit', city, asked)(0)],
    ['report-read', [city.cityId, project, '2025-12']],
  ];
  for (const [file, values] of plans)
    writeFileSync(
      join(import.meta.dirname, 'floor', `${file}.explain.txt`),
      `${await planOf(db, file, values)}\n`,
    );
}

/** What is measured as a process of its own: an import, exports, all lights of the large city. */
async function measureAlone(): Promise<void> {
  if (wants('import')) await measureImport();
  if (wants('export')) await measureExports();
  if (!wants('lights')) return;
  const times: number[] = [];
  for (let run = 0; run < runs; run++)
    times.push((await alone('relight.ts', home, String(large.cityId)))['seconds'] ?? 0);
  lines.push({
    figure: `${large.projects} 个项目重新亮灯并保存`,
    value: median(times),
    unit: 's',
    atMost: 10,
  });
}

async function measureImport(): Promise<void> {
  const rows = small.projects;
  const [pack = ''] = cityPacks();
  const file = join(home, 'list.xlsx');
  await writeListWorkbook(file, packNamed(pack), rows, 2025);
  const found: Record<string, number>[] = [];
  for (let run = 0; run < runs; run++) {
    const db = await openDatabase({ home, connections: 1 });
    await asTableOwner(db, 'drop database if exists guatu_bench_import');
    await closeDatabase(db);
    found.push(await alone('import-rows.ts', home, file, pack));
  }
  rmSync(file);
  const of = (name: string) => median(found.map((one) => one[name] ?? 0));
  lines.push({ figure: `导入 ${rows} 行：时间`, value: of('seconds'), unit: 's', atMost: 3 });
  lines.push({ figure: `导入 ${rows} 行：内存峰值`, value: of('megabytes'), unit: 'MB', atMost: 300 });
}

async function measureExports(): Promise<void> {
  const db = await openDatabase({ home, connections: 1 });
  const [district] = await asTableOwner(
    db,
    `select org_id as id from city.project_district where city_id = ${large.cityId} group by 1 order by count(*) desc limit 1`,
  );
  await closeDatabase(db);
  const peak = async (...args: string[]) => {
    const found: number[] = [];
    for (let run = 0; run < runs; run++)
      found.push((await alone('export-rows.ts', home, String(large.cityId), ...args))['megabytes'] ?? 0);
    return median(found);
  };
  const tenth = await peak(String(district?.['id']));
  const whole = await peak();
  lines.push({
    figure: `导出一个区县（约 ${Math.round(large.projects / 12)} 行）：内存峰值`,
    value: tenth,
    unit: 'MB',
  });
  lines.push({
    figure: `导出 ${large.projects} 行：内存峰值`,
    value: whole,
    unit: 'MB',
    atMost: tenth * 1.2,
  });
}

async function alone(script: string, ...args: string[]): Promise<Record<string, number>> {
  // As the program is started: with the same settings of the runtime.
  const command = [...process.execArgv, join(import.meta.dirname, script), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  return JSON.parse(stdout) as Record<string, number>;
}
