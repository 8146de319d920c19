import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import { actOnMatter } from '../acts/act-on-matter.ts';
import { checkMatters } from '../acts/check-matters.ts';
import { excludePeriod } from '../acts/exclude-period.ts';
import { matterBoard } from '../acts/matter-board.ts';
import { matterStatistics, statisticsRows } from '../acts/matter-statistics.ts';
import { mergeMatter } from '../acts/merge-matter.ts';
import { openMatter } from '../acts/open-matter.ts';
import { previewPeriod } from '../acts/preview-period.ts';
import { aDatabase, asCity } from './a-city.ts';

let database: TestDatabase;
const [lead, other] = [newId<'organisation'>(), newId<'organisation'>()];
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.drop());

const open = (title: string, at: string, by: string = lead) =>
  asCity(
    database.db,
    (city) =>
      openMatter(city, {
        ...{ kind: 'trial', title, given: { content: title }, lead: by, seat: 'coordinator', source: 'hand' },
      }),
    { at },
  );
const act = (matterId: Awaited<ReturnType<typeof open>>['row']['matterId'], action: string, at: string) =>
  asCity(
    database.db,
    (city) =>
      actOnMatter(city, {
        ...{ matterId, version: undefined, action, seats: () => ['lead'] },
        given: { evidence: '照片' },
      }),
    { at },
  );

// Two working days to accept, five to handle; 21 September 2026 is a Monday.
describe('what a handler finds on Wednesday morning', () => {
  const at = '2026-09-23T02:00:00Z';
  test('is placed by the days left, counted, and only what the unit leads', async () => {
    await open('周一下午提出', '2026-09-17T08:00:00Z');
    await open('周一提出', '2026-09-21T02:00:00Z');
    await open('周二提出', '2026-09-22T02:00:00Z');
    await open('别的单位', '2026-09-22T02:00:00Z', other);
    const inHand = await open('在办', '2026-09-22T02:00:00Z');
    await act(inHand.row.matterId, 'accept', '2026-09-22T03:00:00Z');
    const rows = await asCity(database.db, (city) => matterBoard(city, { lead: [lead] }), { at });
    expect(rows.map(({ title, column, inColumn }) => [title, column, inColumn])).toEqual(
      expect.arrayContaining([
        ['周一下午提出', 'late', 1],
        ['周一提出', 'today', 1],
        ['周二提出', 'three', 1],
        ['在办', 'week', 1],
      ]),
    );
    expect(rows).toHaveLength(4);
  });

  test('counts in statistics with what each figure is a part of', async () => {
    const span = { from: '2026-09-17', to: '2026-09-23' } as const;
    const { matters, runs } = await asCity(database.db, (city) => matterStatistics(city, 'unit', span), {
      at,
    });
    expect(matters.find(({ key }) => key === lead)).toMatchObject({
      opened: 4,
      closed: 0,
      openNow: 4,
      overdueNow: 1,
    });
    expect(runs).toEqual([{ key: lead, ended: 1, onTime: 1 }]);
    const late = await asCity(
      database.db,
      (city) =>
        statisticsRows(city, 'overdue-now', { ...span, part: { unit: lead } }, { limit: 10, offset: 0 }),
      { at },
    );
    expect(late.rows.map(({ title }) => title)).toEqual(['周一下午提出']);
  });
});

describe('a period that is to be declared', () => {
  test('shows beforehand exactly what moves then', async () => {
    const period = { from: '2026-09-23', to: '2026-09-24' } as const;
    const at = '2026-09-23T02:00:00Z';
    const before = await asCity(database.db, (city) => previewPeriod(city, period), { at });
    expect(before.length).toBeGreaterThan(2);
    const moved = await asCity(
      database.db,
      (city) => excludePeriod(city, { ...period, document: '市防指令〔2026〕1号', reason: '台风停工' }),
      { at },
    );
    expect(before).toEqual(moved);
  });
});

test('a matter merged into another ends by an event, points to it, and folds to what is stored', async () => {
  const [kept, gone] = [
    await open('保留', '2026-10-12T02:00:00Z'),
    await open('并入', '2026-10-12T02:00:00Z'),
  ];
  const merged = await asCity(
    database.db,
    (city) =>
      mergeMatter(city, {
        ...{ matterId: gone.row.matterId, version: 1, into: kept.row.matterId, reason: '同一件事' },
        seat: 'coordinator',
      }),
    { at: '2026-10-12T03:00:00Z' },
  );
  expect(merged.row).toMatchObject({ state: 'closed', dueAt: null, nextAt: null, version: 2 });
  expect(merged.row.closedAt).toEqual(new Date('2026-10-12T03:00:00Z'));
  const again = asCity(database.db, (city) =>
    mergeMatter(city, {
      ...{ matterId: kept.row.matterId, version: 1, into: gone.row.matterId, reason: '同一件事' },
      seat: 'coordinator',
    }),
  );
  await expect(again).rejects.toMatchObject({ code: 'matter.merge_other_kind' });
  expect((await asCity(database.db, (city) => checkMatters(city))).faults).toEqual([]);
});
