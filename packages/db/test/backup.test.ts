import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { tarEnd, tarHeader, tarPadding } from '../backup/tar.ts';
import {
  auditHeadsFolder,
  backup,
  copyRows,
  type Db,
  defineMigrations,
  filesFolder,
  inScope,
  migrate,
  restore,
  saveCity,
} from '../index.ts';
import { asTableOwner, type TestDatabase, testDatabase } from '../testing.ts';
import { inCity, query, sampleMigrations } from './sample.ts';

let source: TestDatabase;
let target: TestDatabase;
let folder: string;
let good: string;
const project = newId();
const notes = Array.from(
  { length: 8_000 },
  (_, index) => `第${index}行\t"引号" \\ 换行\n${'填报'.repeat(index % 80)}`,
);

/** Database and home of a test are apart: each gets an empty home of its own. */
const at = (home: string, base: TestDatabase): Db => ({ ...base.db, home });
const sourceDb = () => at(join(folder, 'from'), source);
const targetDb = () => at(join(folder, 'to'), target);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-backup-`));
  good = join(folder, 'good.tar.gz');
  source = await testDatabase([sampleMigrations]);
  for (const cityId of [210200, 331100]) {
    await inScope(source.db, inCity(cityId), async (tx) => {
      await saveCity(tx, 'pack', `城${cityId}`);
      await copyRows(
        tx,
        'city.report',
        ['city_id', 'project_id', 'paid_fen', 'note'],
        notes.map((note, index) => [cityId, project, BigInt(index) * 10n ** 14n, note]),
      );
      await query(
        tx,
        'update city.report set follows = report_id + 1 where report_id % 7 = 1 and report_id % 8000 <> 0',
      );
      await query(tx, "insert into city.event values ($1, 1, '登录')", [cityId]);
    });
  }
  const files = filesFolder(join(folder, 'from'));
  mkdirSync(join(files, 'ab'), { recursive: true });
  mkdirSync(auditHeadsFolder(join(folder, 'from')), { recursive: true });
  writeFileSync(join(files, 'ab', 'c'.repeat(64)), Buffer.alloc(3_000_000, 7));
  writeFileSync(join(files, 'ab', 'empty'), '');
  mkdirSync(join(files, 'incoming'));
  writeFileSync(join(files, 'incoming', 'upload'), 'half');
  writeFileSync(join(auditHeadsFolder(join(folder, 'from')), '210200.jsonl'), '{"head":"1"}\n');
  await backup(sourceDb(), good);
});

afterAll(async () => {
  await source.drop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  target = await testDatabase([sampleMigrations]);
  rmSync(join(folder, 'to'), { recursive: true, force: true });
  mkdirSync(join(folder, 'to'));
  return () => target.drop();
});

const contents = (base: TestDatabase) =>
  asTableOwner(
    base.db,
    `select (select jsonb_agg(r order by city_id, report_id) from city.report r)::text as reports,
      (select jsonb_agg(e order by city_id) from city.event e)::text as events,
      (select jsonb_agg(c order by city_id) from city.city c)::text as cities`,
  );

describe('a backup restored into an empty home', () => {
  test('gives the same rows, files and heads, and counts them', async () => {
    const report = await restore(targetDb(), good, [sampleMigrations]);
    expect(report).toMatchObject({
      files: 3,
      migrated: [],
      tables: { 'city.report': 16_000, 'city.event': 2, 'city.city': 2 },
    });
    expect(await contents(target)).toEqual(await contents(source));
    for (const path of [`files/ab/${'c'.repeat(64)}`, 'files/ab/empty', 'audit/210200.jsonl']) {
      expect(readFileSync(join(folder, 'to', path)).equals(readFileSync(join(folder, 'from', path)))).toBe(
        true,
      );
    }
    expect(readdirSync(join(folder, 'to')).sort()).toEqual(['audit', 'files']);
  });

  test('goes on where it stopped: next numbers, keys, row security, what may only be added', async () => {
    await restore(targetDb(), good, [sampleMigrations]);
    const inDalian = (text: string) => inScope(target.db, inCity(210200), (tx) => query(tx, text));
    const [added] = await inDalian(
      `insert into city.report (city_id, project_id) values (210200, '${project}') returning report_id`,
    );
    expect(added).toEqual({ report_id: 16_001n });
    await expect(inDalian('update city.report set follows = 999999 where report_id = 1')).rejects.toThrow(
      /foreign key/,
    );
    await expect(inDalian('delete from city.event')).rejects.toThrow(/permission denied/);
    expect(await inDalian('select count(*) as n from city.city')).toEqual([{ n: 1n }]);
  });

  test('of an older program is brought to the level of this one', async () => {
    const steps = join(folder, 'steps');
    cpSync(join(import.meta.dirname, 'sample'), steps, { recursive: true });
    writeFileSync(
      join(steps, '0002-weight.sql'),
      'alter table city.event add weight integer not null default 7;',
    );
    const newer = defineMigrations('sample', ['db'], steps);
    await migrate(target.db, [newer]);
    const report = await restore(targetDb(), good, [newer]);
    expect(report.migrated.map((step) => step.name)).toEqual(['weight']);
    expect(await asTableOwner(target.db, 'select distinct weight from city.event')).toEqual([{ weight: 7 }]);
  });

  test('can be listed by any tar and is closed to others', () => {
    const listed = execFileSync('tar', ['tzf', good], { encoding: 'utf8' }).trim().split('\n');
    expect(listed[0]).toBe('guatu-backup.json');
    expect(listed.at(-1)).toBe('sums.json');
    expect(listed.filter((name) => name.startsWith('data/city.report/')).length).toBeGreaterThan(2);
    expect(statSync(good).mode & 0o077).toBe(0);
  });
});

describe('a backup taken while others write', () => {
  test('shows one moment', async () => {
    const file = join(folder, 'busy.tar.gz');
    let [stop, written] = [false, 0];
    const pairs = async () => {
      while (!stop) {
        await inScope(source.db, inCity(999999), async (tx) => {
          written++;
          await query(tx, "insert into city.event values (999999, $1, 'a'), (999999, $2, 'b')", [
            2 * written,
            2 * written + 1,
          ]);
        });
      }
    };
    const writer = pairs();
    await backup(sourceDb(), file);
    stop = true;
    await writer;
    await asTableOwner(source.db, 'delete from city.event where city_id = 999999');
    await restore(targetDb(), file, [sampleMigrations]);
    const halves = await asTableOwner(
      target.db,
      'select count(*) % 2 as odd from city.event where city_id = 999999',
    );
    expect(halves).toEqual([{ odd: 0n }]);
  });
});

/** The archive, taken apart and put together again with one change. */
function changed(name: string, change: (entry: string, body: Buffer) => Buffer | undefined): string {
  const tar = gunzipSync(readFileSync(good));
  const out: Buffer[] = [];
  for (let from = 0; tar[from] !== 0; ) {
    const header = tar.subarray(from, from + 512);
    const entry = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(header.toString('ascii', 124, 135), 8);
    const body = change(entry, Buffer.from(tar.subarray(from + 512, from + 512 + size)));
    if (body) out.push(tarHeader(entry, body.length, new Date(0)), body, tarPadding(body.length));
    from += 512 + size + tarPadding(size).length;
  }
  const file = join(folder, `${name}.tar.gz`);
  writeFileSync(file, gzipSync(Buffer.concat([...out, tarEnd]), { level: 1 }));
  return file;
}

const only =
  (wanted: RegExp, change: (body: Buffer) => Buffer | undefined) => (entry: string, body: Buffer) =>
    wanted.test(entry) ? change(body) : body;
const cutOff = (bytes: number) => () => {
  const file = join(folder, `cut-${bytes}.tar.gz`);
  writeFileSync(file, readFileSync(good).subarray(0, bytes));
  return file;
};
const replace = (from: string, to: string) => (body: Buffer) =>
  Buffer.from(body.toString('utf8').replace(from, to));

const bad: readonly (readonly [string, () => string, string])[] = [
  ['no such file', () => join(folder, 'nothing'), 'backup.not_an_archive'],
  ['another kind of file', () => join(import.meta.dirname, 'backup.test.ts'), 'backup.not_an_archive'],
  ['an empty file', cutOff(0), 'backup.not_an_archive'],
  ['cut off in the middle', cutOff(100_000), 'backup.damaged'],
  [
    'one amount changed',
    () => changed('amount', only(/city.report\/000002/, replace('00000000000000', '00000000000001'))),
    'backup.damaged',
  ],
  [
    'one row missing',
    () =>
      changed(
        'row',
        only(/city.event/, (body) => body.subarray(body.indexOf(10) + 1)),
      ),
    'backup.damaged',
  ],
  [
    'one part missing',
    () =>
      changed(
        'part',
        only(/city.report\/000003/, () => undefined),
      ),
    'backup.damaged',
  ],
  ['a row that is none', () => changed('odd', only(/city.event/, replace('210200', 'x'))), 'backup.damaged'],
  [
    'a file changed',
    () =>
      changed(
        'file',
        only(/^files.*c$/, (body) => body.fill(8)),
      ),
    'backup.damaged',
  ],
  [
    'a head missing',
    () =>
      changed(
        'head',
        only(/^audit/, () => undefined),
      ),
    'backup.damaged',
  ],
  [
    'no sums',
    () =>
      changed(
        'sums',
        only(/sums/, () => undefined),
      ),
    'backup.damaged',
  ],
  [
    'of a newer program',
    () => changed('newer', only(/guatu-backup/, replace('"number": 1', '"number": 9'))),
    'backup.newer_than_program',
  ],
];

test.each(bad)('an archive with %s is refused and leaves nothing', async (_, make, code) => {
  await expect(restore(targetDb(), make(), [sampleMigrations])).rejects.toMatchObject({ code });
  const rows = await asTableOwner(
    target.db,
    'select (select count(*) from city.report) + (select count(*) from city.city) as n',
  );
  expect(rows).toEqual([{ n: 0n }]);
  expect(readdirSync(join(folder, 'to'))).toEqual([]);
});

test('after a damaged archive the good one can still be restored', async () => {
  const damaged = restore(targetDb(), cutOff(90_000)(), [sampleMigrations]);
  await expect(damaged).rejects.toMatchObject({ code: 'backup.damaged' });
  expect((await restore(targetDb(), good, [sampleMigrations])).tables).toMatchObject({
    'city.report': 16_000,
  });
});

test('a restore that was killed before its rows were saved can be repeated', async () => {
  for (const path of ['restoring', 'files/ab']) mkdirSync(join(folder, 'to', path), { recursive: true });
  writeFileSync(join(folder, 'to', 'files', 'ab', 'c'.repeat(64)), 'half');
  expect((await restore(targetDb(), good, [sampleMigrations])).files).toBe(3);
  expect(statSync(join(folder, 'to', 'files', 'ab', 'c'.repeat(64))).size).toBe(3_000_000);
  expect(existsSync(join(folder, 'to', 'restoring'))).toBe(false);
});

describe('a home that is not empty is left as it is', () => {
  test('with a city in the database', async () => {
    await inScope(target.db, inCity(210200), (tx) => saveCity(tx, 'p', '已有'));
    await expect(restore(targetDb(), good, [sampleMigrations])).rejects.toMatchObject({
      code: 'backup.home_not_empty',
    });
    expect(await asTableOwner(target.db, 'select name from city.city')).toEqual([{ name: '已有' }]);
  });

  test('with a file', async () => {
    mkdirSync(filesFolder(join(folder, 'to')), { recursive: true });
    writeFileSync(join(filesFolder(join(folder, 'to')), 'x'), '');
    await expect(restore(targetDb(), good, [sampleMigrations])).rejects.toMatchObject({
      code: 'backup.home_not_empty',
    });
  });
});

test('a backup never writes over a file, and leaves no half one', async () => {
  await expect(backup(sourceDb(), good)).rejects.toMatchObject({ code: 'backup.file_exists' });
  const nowhere = join(folder, 'none', 'b.tar.gz');
  await expect(backup(sourceDb(), nowhere)).rejects.toThrow();
  expect(existsSync(`${nowhere}.partial`)).toBe(false);
});
