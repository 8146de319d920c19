import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, localOperator } from '#access';
import { type TestDatabase, testDatabase } from '#db/testing';
import {
  allMatterKinds,
  checkMatters,
  leaderRequestCounts,
  listMatters,
  type MatterRow,
} from '#engines/matters';
import { openFileStore, setFileStore } from '#files';
import { cityPacks, demonstrationSection, type Pack, sectionOf } from '#pack';
import { serverWorld } from '../../../features/identity/server-world.ts';
import { sweepCity } from '../../../features/matters/acts/sweep-city.ts';
import { fillDemonstration } from '../demonstration.ts';
import '../implementations.ts';
import { migrations } from '../migrations.ts';
import { type Program, packNamed } from '../program.ts';

let database: TestDatabase;
let program: Program;
const home = mkdtempSync(join(tmpdir(), 'guatu-demo-'));

beforeAll(async () => {
  database = await testDatabase(migrations);
  setFileStore(await openFileStore(join(home, 'files')));
  const packs = new Map<number, Pack>();
  const { db } = database;
  const world = serverWorld({
    ...{ db, packOf: (id) => packs.get(id), cityOf: () => packs.keys().next().value ?? 0 },
    todayOf: (id) => sectionOf(packs.get(id)!, demonstrationSection)?.asOf,
  });
  program = { db, home, packs, demonstration: true, world };
  await fillDemonstration(program, () => undefined);
}, 180_000);
afterAll(async () => {
  await database?.drop();
  rmSync(home, { recursive: true, force: true });
});

describe.each(cityPacks())('the matters of the demonstration year of %s', (id) => {
  const { cityId } = packNamed(id);
  const inCity = <T>(act: (city: City) => Promise<T>) =>
    program.world.open({ cityId, actor: localOperator }, { readOnly: false, origin: {} }, act);
  let rows: readonly MatterRow[];
  beforeAll(async () => {
    rows = (await inCity((city) => listMatters(city, {}, { limit: 100, offset: 0 }))).rows;
  });

  test('stand in many states, some late, one paused, some closed', () => {
    expect(rows.length).toBeGreaterThanOrEqual(14);
    expect(new Set(rows.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(7);
    const now = Date.parse(`${rows[0]?.openedOn.slice(0, 4)}-09-10T00:00:00+08:00`);
    expect(rows.filter(({ dueAt }) => dueAt && dueAt.getTime() < now).length).toBeGreaterThanOrEqual(5);
    expect(rows.some(({ paused }) => paused)).toBe(true);
    expect(rows.some(({ closedAt }) => closedAt)).toBe(true);
    expect(rows.filter(({ source }) => source === 'split')).toHaveLength(2);
    const ends = new Set(allMatterKinds().flatMap(({ ends: of }) => of));
    const open = rows.filter(({ state }) => !ends.has(state));
    expect(open.some(({ kind, state }) => kind === 'problem' && state === 'resolved')).toBe(true);
  });

  test('have climbed: requests are drafted, and one waits for a leader', async () => {
    const { drafted, waiting } = await inCity((city) => leaderRequestCounts(city));
    expect(drafted).toBeGreaterThanOrEqual(1);
    expect(waiting).toBe(1);
  });

  test('are what their events say, and nothing that was due was left', async () => {
    expect((await inCity((city) => checkMatters(city))).faults).toEqual([]);
    await sweepCity(program.world, cityId);
    expect((await sweepCity(program.world, cityId)).fired).toBe(0);
  });
});
