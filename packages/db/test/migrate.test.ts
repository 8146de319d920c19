import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defineMigrations, type Migrations, migrate } from '../index.ts';
import { orderedSteps } from '../migrations.ts';
import { asTableOwner, type TestDatabase, testDatabase } from '../testing.ts';

let base: TestDatabase;
const folders: string[] = [];

beforeAll(async () => {
  base = await testDatabase();
});
afterAll(async () => {
  await base.drop();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function owner(name: string, after: readonly string[], files: Record<string, string>): Migrations {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return defineMigrations(name, after, folder);
}

const first = { '0001-note.sql': 'create table platform.m_note (id integer primary key);' };
const second = { '0002-word.sql': 'alter table platform.m_note add word text;' };
const names = (steps: readonly { owner: string; name: string }[]) =>
  steps.map((step) => `${step.owner}/${step.name}`);

describe('migrations', () => {
  test('run in the order of their owners, whatever order they are given in', () => {
    const [a, b, c] = [
      owner('a', ['b', 'c'], { '0001-a.sql': '' }),
      owner('b', ['c'], { '0001-b.sql': '', '0002-bb.sql': '' }),
      owner('c', [], { '0001-c.sql': '' }),
    ];
    const expected = ['db/base', 'db/pack-version', 'db/notices-as-loaded', 'c/c', 'b/b', 'b/bb', 'a/a'];
    expect(names(orderedSteps([a, b, c]))).toEqual(expected);
    expect(names(orderedSteps([c, b, a]))).toEqual(expected);
  });

  test('are taken once, and only the new ones later', async () => {
    expect(names(await migrate(base.db, [owner('m', [], first)]))).toEqual(['m/note']);
    expect(names(await migrate(base.db, [owner('m', [], first)]))).toEqual([]);
    expect(names(await migrate(base.db, [owner('m', [], { ...first, ...second })]))).toEqual(['m/word']);
  });

  test('are taken once when two programs start together', async () => {
    const slow = owner('twice', [], {
      '0001-one.sql': 'create table platform.once (id int); select pg_sleep(0.1);',
    });
    const taken = await Promise.all([migrate(base.db, [slow]), migrate(base.db, [slow])]);
    expect(taken.map((steps) => steps.length).sort()).toEqual([0, 1]);
  });

  test('that fail leave nothing of their step and all of the steps before', async () => {
    const half = owner('half', [], {
      '0001-good.sql': 'create table platform.good (id int);',
      '0002-bad.sql': 'create table platform.bad (id int); select 1/0;',
    });
    await expect(migrate(base.db, [half])).rejects.toThrow(/half\/2 \(bad\): division by zero/);
    const there = await asTableOwner(
      base.db,
      "select to_regclass('platform.good') g, to_regclass('platform.bad') b",
    );
    expect(there).toEqual([{ g: 'platform.good', b: null }]);
  });

  test.each([
    ['a step changed after it was taken', { '0001-note.sql': 'select 1;' }, 'db.migration_changed'],
    ['a database newer than the program', first, 'db.newer_than_program'],
  ])('%s is refused', async (_, files, code) => {
    await expect(migrate(base.db, [owner('m', [], files)])).rejects.toMatchObject({ code });
  });
});

describe('a defect in the declaration is told at once', () => {
  test.each([
    ['a gap', () => owner('g', [], { '0002-a.sql': '' }), /expected migration 1/],
    ['a number twice', () => owner('g', [], { '0001-a.sql': '', '0001-b.sql': '' }), /expected migration 2/],
    ['an odd name', () => owner('g', [], { '0001_A.sql': '' }), /expected migration 1/],
    [
      'a circle',
      () => orderedSteps([owner('x', ['y'], {}), owner('y', ['x'], {})]),
      /wait for each other: x -> y -> x/,
    ],
    ['an owner that is missing', () => orderedSteps([owner('x', ['z'], {})]), /run after z/],
  ])('%s', (_, declare, message) => {
    expect(declare).toThrow(message);
  });
});
