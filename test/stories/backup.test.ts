import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { removeHome } from '#db/testing';
import { serve } from '../support/served.ts';
import { signedIn } from '../support/signed-in.ts';
import { type Person, type WorkingCity, workingCity } from '../support/working-city.ts';

const newHome = () => realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-backup-`)));
const from = newHome();
const archive = join(from, 'guatu.tar.gz');
/** Nothing here is measured: the limit only ends a run that hangs. */
const patience = 300_000;
let city: WorkingCity;
let clerk: Person;

/** What people rely on: every light with its reason, the verdicts, what is stored. */
async function stateOf({ home, ask }: WorkingCity) {
  return {
    audit: await ask('audit', 'verify'),
    lights: await ask('lights', '--city', 'dalian', '--as-of', '2023-06-10'),
    replayed: await ask('lights', 'replay', '--city', 'dalian'),
    rollups: await ask('rollups', 'check', '--city', 'dalian'),
    files: contents(join(home, 'files')),
    heads: contents(join(home, 'audit')),
  };
}

function contents(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  city = await workingCity(from, { projects: 12, today: '2023-06-10' });
  const reports = join(from, 'reports.csv');
  writeFileSync(reports, reportsOf(10));
  const about = ['--city', 'dalian', '--period', '2023-05', '--received-on', '2023-06-06'];
  expect(await city.ask('import', 'reports', reports, ...about)).toMatchObject({ written: 10 });
  clerk = await city.person('keyuan', 'coordinator-clerk');
  await city.ask('lights', '--city', 'dalian', '--as-of', '2023-06-10');
}, patience);
afterAll(() => removeHome(from));

/** Ten of the twelve projects report, each further behind than the one before. */
function reportsOf(projects: number): string {
  const header = '序号,项目名称,本月完成投资（万元）,自年初累计完成投资（万元）,是否开工,开工时间,形象进度\n';
  const lines = Array.from({ length: projects }, (_, at) => {
    const month = 100 + at - at * 9;
    return `${at + 1},第${at + 1}号厂房,${month},${month * 5},是,2022-03-01,主体施工\n`;
  });
  return header + lines.join('');
}

function changed(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

describe('a backup', { timeout: patience }, () => {
  let before: Awaited<ReturnType<typeof stateOf>>;
  let to: string;
  beforeAll(async () => {
    before = await stateOf(city);
  }, patience);
  beforeEach(() => {
    to = newHome();
    return () => removeHome(to);
  });

  test('is taken while the city is served, where nothing may be restored', async () => {
    const served = await serve(from, { env: city.env });
    expect(await city.ask('backup', archive)).toMatchObject({ file: archive, files: expect.any(Number) });
    const refused = await city.run('restore', archive);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('正在被另一个挂图服务使用');
    expect((await fetch(served.baseUrl)).status).toBe(200);
    expect(await served.signal('SIGTERM')).toBe(0);
  });

  test('gives, in an empty home, the same lights, verdicts, files and accounts', async () => {
    const restored = city.in(to);
    expect((await restored.run('restore', archive)).status).toBe(0);
    const after = await stateOf(restored);
    expect(Object.keys(after.files).length).toBeGreaterThan(0);
    expect(after).toEqual(before);
    const there = await serve(to, { env: restored.env });
    const browser = await signedIn(there.baseUrl, clerk);
    expect((await browser.fetch('/api/session')).status).toBe(200);
    expect(await there.signal('SIGTERM')).toBe(0);
  });

  test('is closed to other people of the machine', () => {
    expect(statSync(archive).mode & 0o077).toBe(0);
  });

  test('is not written over', async () => {
    const bytes = readFileSync(archive);
    const again = await city.run('backup', archive);
    expect(again).toMatchObject({ status: 1, stdout: '', stderr: `${archive} 已经存在，请换一个文件名。\n` });
    expect(readFileSync(archive).equals(bytes)).toBe(true);
  });

  test('is refused by a home with data, which stays as it is', async () => {
    const refused = await city.run('restore', archive);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain(`数据目录 ${from} 中已有数据，只能恢复到空目录。`);
    expect(await stateOf(city)).toEqual(before);
  });

  test('that is damaged is refused and leaves nothing; the good one is taken by the same home', async () => {
    const empty = city.in(to);
    const good = readFileSync(archive);
    for (const [bytes, words] of [
      [changed(Buffer.from(good), good.length - 3000), '备份文件已损坏'],
      [good.subarray(0, good.length - 2000), '备份文件已损坏'],
      [Buffer.from('序号,项目名称\n'), '不是挂图备份文件'],
    ] as const) {
      const bad = join(to, 'bad.tar.gz');
      writeFileSync(bad, bytes);
      const refused = await empty.run('restore', bad);
      expect(refused).toMatchObject({ status: 1, stdout: '' });
      expect(refused.stderr).toContain(words);
      expect([contents(join(to, 'files')), contents(join(to, 'audit'))]).toEqual([{}, {}]);
    }
    expect(await empty.ask('doctor')).toMatchObject({ database: { cities: [] } });
    expect((await empty.run('restore', archive)).status).toBe(0);
    expect(await empty.ask('lights', '--city', 'dalian', '--as-of', '2023-06-10')).toEqual(before.lights);
  });
});
