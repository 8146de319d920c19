import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadNotices } from '#calendar';
import type { TestDatabase } from '#db/testing';
import type { HolidayNotice } from '#kernel/calendar';
import { newId } from '#kernel/id';
import { checkMatters, getMatter, openMatter, recalculate } from '../index.ts';
import { aDatabase, asCity } from './a-city.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await aDatabase();
});
afterAll(() => base.drop());

const of2027: HolidayNotice = {
  ...{ year: 2027, document: '甲〔2026〕2号', issuedOn: '2026-12-31' },
  days: [{ day: '2027-01-01', rest: true, name: '元旦' }],
};
const newYearsEve = { at: '2026-12-31T02:00:00Z' };
const opened = (title: string, at: string) =>
  asCity(
    base.db,
    (city) =>
      openMatter(city, {
        ...{ kind: 'trial', title, given: { content: '卡在用地' }, lead: newId<'org'>() },
        ...{ source: 'hand', seat: 'coordinator' },
      }),
    { at },
  );

test('the notice of the next year moves what was counted provisionally, once, and says so in the matter', async () => {
  const over = await opened('跨年', newYearsEve.at);
  await opened('不跨年', '2026-12-28T02:00:00Z');
  expect(over.row.dueAt).toEqual(new Date('2027-01-04T15:59:59.999Z'));

  await loadNotices(base.db, [], [of2027], '操作员');
  const moved = await asCity(base.db, (city) => recalculate(city, '放假通知'), newYearsEve);
  const is = new Date('2027-01-05T15:59:59.999Z');
  expect(moved).toMatchObject([{ number: over.row.number, clock: 'accept', was: over.row.dueAt, is }]);

  const now = await asCity(base.db, (city) => getMatter(city, over.row.matterId), newYearsEve);
  expect(now.row.dueAt).toEqual(is);
  expect(now.events.at(-1)?.fact).toMatchObject({ type: 'moved', clock: 'accept', because: '放假通知' });
  expect(await asCity(base.db, (city) => recalculate(city, '放假通知'), newYearsEve)).toEqual([]);
  expect(await asCity(base.db, (city) => checkMatters(city), newYearsEve)).toMatchObject({ faults: [] });
});
