import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, type Scope, saveCity, snapshotMark, type Tx } from '../index.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';

const scope: Scope = { cityId: 330100, actorId: 'system', reach: 'system', holders: [] };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([]);
});
afterAll(() => database?.drop());

const within = <T>(work: (tx: Tx) => Promise<T>) => inScope(database.db, scope, work);
const mark = () => within(snapshotMark);

test('who only reads makes no other mark', async () => {
  // Other tests commit on the same server: a moment without them is waited for.
  const pairs = async () => [await mark(), await mark()] as const;
  await expect.poll(async () => new Set(await pairs()).size, { timeout: 30_000 }).toBe(1);
});

test('a commit makes another mark, also one that had begun when the mark was taken', async () => {
  const marks = [await mark()];
  await within(async (tx) => {
    await saveCity(tx, 'tiny', '小城');
    marks.push(await mark());
  });
  expect(marks).not.toContain(await mark());
});
