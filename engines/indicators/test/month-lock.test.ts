import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { City } from '#access';
import { asTableOwner, type TestDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import {
  applyReportImport,
  checkRollups,
  currentLights,
  evaluate,
  fileReport,
  lightsOn,
  lockMonth,
  monthLocks,
  placeInGroups,
  relight,
  reportsOf,
  rollupsOf,
  shownMonth,
  undoImport,
} from '../index.ts';
import { aDatabase, asCity } from './a-city.ts';
import { aReport, aSubject, report } from './a-year.ts';

const june = { first: '2023-06', last: '2023-06' } as const;
const afterLock = { kind: 'correction', reason: '漏计设备款', approver: '王主任' } as const;

describe('a locked month', () => {
  let database: TestDatabase;
  let cityId = 330100;
  const inNewCity = <T>(work: (city: City) => Promise<T>) => {
    cityId += 100;
    return asCity(database.db, work, { cityId });
  };
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(async () => database?.drop());

  const sumsOf = async (city: City) => (await rollupsOf(city, 'city', june))[0]?.sums;

  test('is evaluated whole, and neither a later evaluation nor a move to another group changes it', async () => {
    await inNewCity(async (city) => {
      const id = await aSubject(city);
      await report(city, aReport(id, '2023-06', 600n));
      const { lock, run } = await lockMonth(city, { month: '2023-06', asOf: '2023-07-10' });
      expect([run.lit, lock.month, lock.asOf]).toEqual([1, '2023-06', '2023-07-10']);
      const sums = await sumsOf(city);
      expect(sums).toMatchObject({ owed: 1n, reported: 1n, actualFen: 600n, green: 1n });
      await placeInGroups(city, 'district', [{ subjectId: id, groupIds: ['乙区'], fromOn: '2023-01-01' }]);
      expect((await evaluate(city, { asOf: '2023-07-20' })).changed).toBe(0);
      expect(await sumsOf(city)).toEqual(sums);
      expect((await rollupsOf(city, 'district', june)).map(({ groupId }) => groupId)).toEqual(['甲区']);
      expect(await checkRollups(city)).toMatchObject({ differences: [], changedAfterLock: [] });
    });
  });

  test('takes a report only as 补报 or 更正, with reason and approver, which counts from the next month on', async () => {
    await inNewCity(async (city) => {
      const [id, missing] = [await aSubject(city), await aSubject(city)];
      await report(city, aReport(id, '2023-06', 300n));
      await lockMonth(city, { month: '2023-06', asOf: '2023-07-10' });
      const sums = await sumsOf(city);
      const corrected = aReport(id, '2023-06', 600n, { receivedOn: '2023-07-15' });
      await expect(
        fileReport(city, corrected, { expectedNumber: 1, correctionReason: '漏计' }),
      ).rejects.toMatchObject({ code: 'report.month_locked', details: { month: '2023-06' } });
      await fileReport(city, corrected, { expectedNumber: 1, counts: 'verified', afterLock });
      const late = { kind: 'late', reason: '统计员请假', approver: '王主任' } as const;
      const arrived = aReport(missing, '2023-06', 600n, { receivedOn: '2023-07-15' });
      await fileReport(city, arrived, { expectedNumber: 0, counts: 'verified', afterLock: late });
      expect((await reportsOf(city, id)).at(-1)).toMatchObject({
        standing: 'verified',
        ...{ cumFen: 600n, afterLock: 'correction', approver: '王主任', correctionReason: '漏计设备款' },
      });
      expect(await sumsOf(city)).toEqual(sums);
      expect((await currentLights(city, [id, missing])).map(({ overall }) => overall).sort()).toEqual([
        'grey',
        'red',
      ]);
    });
  });

  test('refuses imports, and the undoing of an import it was made from', async () => {
    await inNewCity(async (city) => {
      const id = await aSubject(city);
      const importId = newId<'import'>();
      const batch = { importId, counts: 'verified' as const };
      await applyReportImport(city, { ...batch, reports: [aReport(id, '2023-06', 600n)] });
      await lockMonth(city, { month: '2023-06', asOf: '2023-07-10' });
      const changed = [aReport(id, '2023-06', 610n)];
      await expect(applyReportImport(city, { ...batch, reports: changed })).rejects.toMatchObject({
        code: 'report.month_locked',
      });
      await expect(undoImport(city, importId, '误传')).rejects.toMatchObject({
        code: 'import.followed',
        details: { followed: [{ kind: 'lock', period: '2023-06' }, { kind: 'lock' }] },
      });
    });
  });

  test('is the one shown until the next is locked, also where a later month was evaluated', async () => {
    await inNewCity(async (city) => {
      const id = await aSubject(city);
      expect(await shownMonth(city)).toBeUndefined();
      await report(city, aReport(id, '2023-05', 500n));
      await evaluate(city, { asOf: '2023-06-10' });
      expect(await shownMonth(city)).toMatchObject({
        month: '2023-05',
        locked: undefined,
        asOf: '2023-06-10',
      });
      await lockMonth(city, { month: '2023-05', asOf: '2023-06-12' });
      await evaluate(city, { asOf: '2023-07-10' });
      expect(await shownMonth(city)).toMatchObject({ month: '2023-05', locked: { asOf: '2023-06-12' } });
      expect((await currentLights(city, [id]))[0]).toMatchObject({ month: '2023-05', overall: 'green' });
      await lockMonth(city, { month: '2023-06', asOf: '2023-07-11' });
      expect((await currentLights(city, [id]))[0]).toMatchObject({ month: '2023-06', overall: 'grey' });
      expect((await monthLocks(city)).map(({ month }) => month)).toEqual(['2023-05', '2023-06']);
    });
  });

  test('locked before its evaluation day it stands from that day on', async () => {
    await inNewCity(async (city) => {
      const id = await aSubject(city);
      await report(city, aReport(id, '2023-05', 500n));
      await report(city, aReport(id, '2023-06', 600n));
      await evaluate(city, { asOf: '2023-06-10' });
      await lockMonth(city, { month: '2023-06', asOf: '2023-07-06' });
      expect((await lightsOn(city, '2023-07-05')).month).toBe('2023-05');
      expect((await lightsOn(city, '2023-07-06')).month).toBe('2023-06');
    });
  });

  test('is locked once, and not after a later one', async () => {
    await inNewCity(async (city) => {
      await aSubject(city);
      await lockMonth(city, { month: '2023-06', asOf: '2023-07-10' });
      await expect(lockMonth(city, { month: '2023-06', asOf: '2023-07-11' })).rejects.toMatchObject({
        code: 'lights.month_locked',
      });
      await expect(lockMonth(city, { month: '2023-05', asOf: '2023-07-11' })).rejects.toMatchObject({
        code: 'lights.later_month_locked',
      });
    });
  });

  test('sums changed behind the program are found by the digest of the lock', async () => {
    await inNewCity(async (city) => {
      await aSubject(city);
      await lockMonth(city, { month: '2023-06', asOf: '2023-07-10' });
    });
    await asTableOwner(
      database.db,
      `update city.rollup set actual_fen = 1 where city_id = $1 and month = '2023-06' and group_kind = 'city'`,
      [cityId],
    );
    const { differences, changedAfterLock } = await asCity(database.db, checkRollups, { cityId });
    expect([differences, changedAfterLock]).toEqual([[], ['2023-06']]);
  });

  test('before it is locked, what is verified after the evaluation changes its light at once', async () => {
    await inNewCity(async (city) => {
      const [id, other] = [await aSubject(city), await aSubject(city)];
      const today = { ...city, today: '2023-07-12' as const };
      await report(city, aReport(other, '2023-06', 600n));
      expect(await relight(today, { month: '2023-06', subjectIds: [id] })).toEqual({ changed: 0 });
      await evaluate(city, { asOf: '2023-07-10' });
      await report(city, aReport(id, '2023-06', 600n, { receivedOn: '2023-07-12' }));
      expect(await relight(today, { month: '2023-06', subjectIds: [id] })).toEqual({ changed: 1 });
      expect(await relight(today, { month: '2023-06', subjectIds: [id] })).toEqual({ changed: 0 });
      expect((await currentLights(city, [id]))[0]?.overall).toBe('green');
      expect(await sumsOf(city)).toMatchObject({ green: 2n, grey: 0n });
      expect((await checkRollups(city)).differences).toEqual([]);
      expect((await evaluate(city, { asOf: '2023-07-12' })).changed).toBe(0);
    });
  });
});
