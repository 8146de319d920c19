import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import {
  type CopyRow,
  copyRows,
  inPlatform,
  inScope,
  inTransaction,
  namedQuery,
  saveCity,
  tables,
} from '../index.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { inCity, query, sampleMigrations } from './sample.ts';

let base: TestDatabase;
const project = newId();

beforeAll(async () => {
  base = await testDatabase([sampleMigrations]);
  await inScope(base.db, inCity(210200), (tx) => saveCity(tx, 'dl', '甲市'));
});
afterAll(() => base.drop());

const columns = [
  'city_id',
  'project_id',
  'filled_on',
  'paid_fen',
  'share',
  'at',
  'months',
  'days',
  'words',
  'facts',
  'seal',
  'note',
];

const full = {
  city_id: 210200,
  project_id: project,
  filled_on: '2023-05-06',
  paid_fen: 9_007_199_254_740_993n,
  share: '0.3333333333333333333333',
  at: new Date('2023-05-06T16:30:00.123Z'),
  months: [1n, -9_007_199_254_740_993n, null],
  days: ['2023-01-01', '0001-12-31'],
  words: ['a,b', '"引号"', 'back\\slash', '', 'NULL', null, 'line\nbreak', '{}'],
  facts: { 名: '值\t\n\\', list: [1, null, 'x'], deep: { a: true } },
  seal: new Uint8Array([0, 1, 92, 255]),
  note: 'tab\t newline\n return\r backslash\\ \\. \\N 完 😀',
};

describe('a value copied in comes out as it was', () => {
  test.each(Object.keys(full).map((column) => [column as keyof typeof full]))('%s', async (column) => {
    const expected = column === 'seal' ? Buffer.from(full.seal) : full[column];
    await inScope(base.db, inCity(210200), async (tx) => {
      await query(tx, 'delete from city.report');
      expect(await copyRows(tx, 'city.report', columns, [full])).toBe(1);
      const rows = await tables<{ 'city.report': typeof full }>(tx)
        .selectFrom('city.report')
        .select(column)
        .execute();
      expect(rows).toEqual([{ [column]: expected }]);
    });
  });

  test('and the same by parameters of a named statement', async () => {
    const { facts: _facts, seal: _seal, ...plain } = full;
    await inScope(base.db, inCity(210200), async (tx) => {
      const rows = await namedQuery(
        tx,
        'echo',
        `select $1::int city_id, $2::uuid project_id, $3::date filled_on, $4::bigint paid_fen, $5::numeric share,
          $6::timestamptz at, $7::bigint[] months, $8::date[] days, $9::text[] words, $10::text note`,
        Object.values(plain),
      );
      expect(rows).toEqual([plain]);
    });
  });
});

async function* later(rows: readonly CopyRow[]) {
  for (const row of rows) yield row;
}

describe('copying', () => {
  test('20,000 rows in positions from an asynchronous source', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [210200, project, `第${index}行`]);
    const counted = await inScope(base.db, inCity(210200), async (tx) => {
      await query(tx, 'delete from city.report');
      const copied = await copyRows(tx, 'city.report', ['city_id', 'project_id', 'note'], later(rows));
      const found = await query(tx, 'select count(*) n, count(distinct note) d from city.report');
      return [copied, found[0]];
    });
    expect(counted).toEqual([20_000, { n: 20_000n, d: 20_000n }]);
  });

  test('twice in one transaction, and none at all', async () => {
    const row = { city_id: 210200, project_id: project };
    const copied = await inScope(base.db, inCity(210200), async (tx) => [
      await copyRows(tx, 'city.report', ['city_id', 'project_id'], [row]),
      await copyRows(tx, 'city.report', ['city_id', 'project_id'], [row, row]),
      await copyRows(tx, 'city.report', ['city_id', 'project_id'], []),
    ]);
    expect(copied).toEqual([1, 2, 0]);
  });

  test('into a table of the platform', async () => {
    const copied = await inPlatform(base.db, (tx) =>
      copyRows(
        tx,
        'platform.holiday_notice',
        ['notice_id', 'year', 'document', 'issued_on', 'days', 'loaded_by'],
        [[project, 2023, '国办发明电〔2022〕16号', '2022-12-08', '[]', '操作员']],
      ),
    );
    expect(copied).toBe(1);
  });

  test.each([
    ['a row of another city', [{ city_id: 331100, project_id: project }], /row-level security/],
    ['a row too short', [[210200]], /1 values for 2 columns/],
    ['a number that is none', [[Number.NaN, project]], /not a number/],
    ['text for an id', [[210200, 'x']], /invalid input syntax for type uuid/],
  ] as const)('%s: refused, and nothing stays', async (_, rows, message) => {
    const count = () =>
      inScope(base.db, inCity(210200), (tx) => query(tx, 'select count(*) n from city.report'));
    const before = await count();
    const act = inScope(base.db, inCity(210200), (tx) =>
      copyRows(tx, 'city.report', ['city_id', 'project_id'], rows as readonly CopyRow[]),
    );
    await expect(act).rejects.toThrow(message);
    expect(await count()).toEqual(before);
  });

  test('a bad value early in a large copy: refused, and the connection goes on', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => [
      210200,
      project,
      index === 9 ? 'x' : '2023-05-06',
      '填'.repeat(50),
    ]);
    await inScope(base.db, inCity(210200), async (tx) => {
      const copy = inTransaction(tx, () =>
        copyRows(tx, 'city.report', ['city_id', 'project_id', 'filled_on', 'note'], rows),
      );
      await expect(copy).rejects.toThrow(/invalid input syntax for type date: "x"/);
      expect(await query(tx, 'select 1 as one')).toEqual([{ one: 1 }]);
    });
  });

  test('a source that breaks off half way leaves nothing', async () => {
    function* broken() {
      yield [210200, project];
      throw new Error('the sheet ended in the middle');
    }
    const act = inScope(base.db, inCity(210200), (tx) =>
      copyRows(tx, 'city.report', ['city_id', 'project_id'], broken()),
    );
    await expect(act).rejects.toThrow('the sheet ended');
    await inScope(base.db, inCity(210200), (tx) => query(tx, 'select 1'));
  });
});
