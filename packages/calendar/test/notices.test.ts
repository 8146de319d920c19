import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inPlatform, inScope, tables } from '#db';
import { type TestDatabase, testDatabase } from '#db/testing';
import type { HolidayNotice } from '#kernel/calendar';
import type { PlainDate } from '#kernel/plain-date';
import { calendarSection, type Pack } from '#pack';
import { calendarOf, listNotices, loadNotices } from '../index.ts';

const rest = (day: PlainDate, name = '元旦') => ({ day, rest: true, name });
const shipped: readonly HolidayNotice[] = [
  {
    year: 2026,
    document: '甲〔2025〕1号',
    issuedOn: '2025-11-04',
    days: [rest('2026-01-01'), rest('2026-01-02')],
  },
];
const of2027: HolidayNotice = {
  ...{ year: 2027, document: '甲〔2026〕2号', issuedOn: '2026-11-10' },
  days: [rest('2027-01-01'), { day: '2027-01-03', rest: false, name: '元旦' }],
};

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase([]);
});
afterAll(() => base.drop());

const pack: Pack = {
  ...{ id: 'tiny', cityId: 210200, name: '小市', keyPrefix: 'XS' },
  sections: new Map([[calendarSection.id, shipped]]),
};
const scope = { cityId: 210200, actorId: 'x', reach: 'city', holders: [], readsAudit: false } as const;
const kindOf = (day: PlainDate) =>
  inScope(base.db, scope, async (tx) => (await calendarOf({ tx, pack })).dayKind(day));
const load = (...notices: HolidayNotice[]) => loadNotices(base.db, shipped, notices, '操作员');

describe('notices loaded one after the other', () => {
  test('a year without one is provisional', async () => {
    expect(await kindOf('2027-01-01')).toMatchObject({ works: true, provisional: true });
    expect(await kindOf('2026-01-02')).toMatchObject({ works: false, provisional: false });
  });

  test('what the program came with is known', async () => {
    expect(await load(...shipped)).toMatchObject({ loaded: [], known: shipped });
  });

  test('one that is new holds from the next transaction on', async () => {
    expect(await load(of2027)).toMatchObject({ loaded: [of2027], known: [] });
    expect(await kindOf('2027-01-01')).toMatchObject({ works: false, basis: 'holiday', provisional: false });
    expect(await kindOf('2027-01-03')).toMatchObject({ works: true, basis: 'makeup', provisional: false });
  });

  test('the same again does nothing, in whatever order its days stand', async () => {
    const turned = { ...of2027, days: of2027.days.toReversed() };
    expect(await load(turned)).toMatchObject({ loaded: [], known: [turned] });
    expect(await listNotices(base.db, shipped)).toHaveLength(2);
  });

  test('of one number the one loaded last stands: a day typed wrong is gone', async () => {
    const right = { ...of2027, days: [rest('2027-01-01'), rest('2027-01-04')] };
    expect((await load(right)).loaded).toEqual([right]);
    expect(await kindOf('2027-01-03')).toMatchObject({ basis: 'weekend' });
    expect(await kindOf('2027-01-04')).toMatchObject({ basis: 'holiday' });
    expect((await load(of2027)).loaded).toEqual([of2027]);
    expect(await kindOf('2027-01-04')).toMatchObject({ basis: 'weekday' });
  });

  test('one issued later overrides single days of an earlier one', async () => {
    await load({
      year: 2027,
      document: '甲〔2026〕3号',
      issuedOn: '2026-12-20',
      days: [rest('2027-01-03', '延长')],
    });
    expect(await kindOf('2027-01-03')).toMatchObject({ basis: 'holiday', name: '延长' });
    expect(await kindOf('2027-01-01')).toMatchObject({ basis: 'holiday' });
  });

  test('a list says which came with the program and which were loaded by whom', async () => {
    const told = await listNotices(base.db, shipped);
    expect(told.map(({ document, loadedBy }) => [document, loadedBy])).toEqual([
      ['甲〔2025〕1号', undefined],
      ['甲〔2026〕2号', '操作员'],
      ['甲〔2026〕3号', '操作员'],
    ]);
  });

  test('two loads at once add it once', async () => {
    const of2028 = { ...of2027, year: 2028, document: '甲〔2027〕1号', days: [rest('2028-01-01')] };
    const both = await Promise.all([load(of2028), load(of2028)]);
    expect(both.flatMap(({ loaded }) => loaded)).toHaveLength(1);
  });

  test('an act counts all its days on the calendar it began with', async () => {
    await inScope(base.db, scope, async (tx) => {
      const before = await calendarOf({ tx, pack });
      await load({ ...of2027, year: 2029, document: '甲〔2028〕1号', days: [rest('2029-01-01')] });
      expect(await calendarOf({ tx, pack })).toBe(before);
    });
    expect(await kindOf('2029-01-01')).toMatchObject({ basis: 'holiday' });
  });

  test('the program may add rows and neither change nor remove them', async () => {
    await expect(
      inPlatform(base.db, (tx) => sql`delete from platform.holiday_notice`.execute(tables(tx))),
    ).rejects.toThrow(/permission denied/);
  });
});
