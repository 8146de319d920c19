import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { City } from '#access';
import type { TestDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import {
  applyPlanImport,
  approvePlan,
  evaluate,
  lightsOn,
  mismatchOf,
  planMismatches,
  plannedProgress,
  plansOfYear,
  planToMonth,
  planVersionsOf,
  timeProgress,
  undoImport,
} from '../index.ts';
import { aDatabase, asCity } from './a-city.ts';
import { aPlan, aReport, aSubject, report } from './a-year.ts';

describe('a yearly plan', () => {
  const uneven = aPlan('x', {
    monthsFen: [null, 50n, null, 50n, ...Array<null>(8).fill(null)],
    totalFen: 100n,
  });

  test('counts a blank month as nothing', () => {
    expect(planToMonth(uneven.monthsFen, '2023-01')).toBe(0n);
    expect(planToMonth(uneven.monthsFen, '2023-03')).toBe(50n);
    expect(planToMonth(uneven.monthsFen, '2023-12')).toBe(100n);
    expect(planToMonth(Array(12).fill(null), '2023-12')).toBeNull();
  });

  test('keeps planned and time progress apart', () => {
    expect(plannedProgress(uneven, '2023-03')).toEqual({ num: 1n, den: 2n });
    expect(timeProgress('2023-03')).toEqual({ num: 1n, den: 4n });
    expect(plannedProgress({ ...uneven, totalFen: 0n }, '2023-03')).toBeNull();
  });

  test.each([
    ['months that add up', aPlan('x'), undefined],
    ['no months at all', aPlan('x', { monthsFen: Array(12).fill(null) }), undefined],
    ['one fen short', aPlan('x', { totalFen: 1201n }), -1n],
    ['months without a year', aPlan('x', { totalFen: null }), 1200n],
  ])('%s', (_name, plan, differenceFen) => expect(mismatchOf(plan)?.differenceFen).toBe(differenceFen));
});

describe('plan versions', () => {
  let database: TestDatabase;
  const inCity = <T>(work: (city: City) => Promise<T>) => asCity(database.db, work);
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(async () => database?.drop());

  test('the first is the baseline; the same again is nothing; another needs reason and approver', async () => {
    await inCity(async (city) => {
      const id = await aSubject(city);
      expect((await approvePlan(city, aPlan(id))).unchanged).toBe(1);
      await expect(approvePlan(city, aPlan(id, { totalFen: 1300n }))).rejects.toMatchObject({
        code: 'plan.revision_unexplained',
      });
      const approval = { reason: '追加投资', approver: '市政府' };
      expect((await approvePlan(city, aPlan(id, { totalFen: 1300n }), approval)).revisions).toBe(1);
      const versions = await planVersionsOf(city, id);
      expect(versions.map(({ kind, number, effectiveFrom }) => [kind, number, effectiveFrom])).toEqual([
        ['baseline', 1, '2023-01'],
        ['revision', 2, '2023-01'],
      ]);
      const ofYear = await plansOfYear(city, 2023);
      expect(ofYear.find(({ subjectId }) => subjectId === id)).toEqual(aPlan(id, { totalFen: 1300n }));
      expect(versions[1]).toMatchObject({ ...approval, totalFen: 1300n });
      expect(
        (await planMismatches(city, 2023)).find(({ subjectId }) => subjectId === id)?.differenceFen,
      ).toBe(-100n);
    });
  });

  test('a revision never relights a month that was evaluated', async () => {
    await inCity(async (city) => {
      const id = await aSubject(city);
      await report(city, aReport(id, '2023-03', 300n));
      await evaluate(city, { asOf: '2023-04-10' });
      const heavier = aPlan(id, { monthsFen: Array<bigint>(12).fill(1000n), totalFen: 12_000n });
      await approvePlan(city, heavier, { reason: '调整', approver: '市发展改革委' });
      expect((await planVersionsOf(city, id)).at(-1)?.effectiveFrom).toBe('2023-04');
      await evaluate(city, { asOf: '2023-04-20' });
      await report(city, aReport(id, '2023-04', 400n));
      await evaluate(city, { asOf: '2023-05-10' });
      const progressOn = async (asOf: '2023-04-20' | '2023-05-10') =>
        (await lightsOn(city, asOf)).projects.find(({ subjectId }) => subjectId === id)?.dimensions[
          'progress'
        ];
      expect(await progressOn('2023-04-20')).toBe('green');
      expect(await progressOn('2023-05-10')).toBe('red');
    });
  });

  test('a year whose December was evaluated is closed', async () => {
    await inCity(async (city) => {
      const id = await aSubject(city);
      await report(city, aReport(id, '2023-12', 1200n));
      await evaluate(city, { asOf: '2024-01-10' });
      await expect(
        approvePlan(city, aPlan(id, { totalFen: 1n }), { reason: '调整', approver: '某某' }),
      ).rejects.toMatchObject({ code: 'plan.year_closed' });
    });
  });

  test('one import names each plan once, with twelve months', async () => {
    await inCity(async (city) => {
      const id = newId<'project'>();
      const twice = { importId: newId<'import'>(), plans: [aPlan(id), aPlan(id)] };
      await expect(applyPlanImport(city, twice)).rejects.toMatchObject({ code: 'plan.twice' });
      await expect(approvePlan(city, aPlan(id, { monthsFen: [1n] }))).rejects.toMatchObject({
        code: 'plan.months_incomplete',
      });
    });
  });

  test('imports are undone from the last one back, and the first may come again', async () => {
    await inCity(async (city) => {
      const id = newId<'project'>();
      const [first, second] = [newId<'import'>(), newId<'import'>()];
      await applyPlanImport(city, { importId: first, plans: [aPlan(id)] });
      const approval = { reason: '调整', approver: '某某' };
      await applyPlanImport(city, { importId: second, plans: [aPlan(id, { totalFen: 1n })], ...approval });
      await expect(undoImport(city, first, '撤销')).rejects.toMatchObject({
        code: 'import.followed',
        details: { count: 1, followed: [{ subjectId: id, kind: 'plan', number: 2 }] },
      });
      expect(await undoImport(city, second, '撤销')).toEqual({ plans: 1, reports: 0 });
      expect(await undoImport(city, first, '撤销')).toEqual({ plans: 1, reports: 0 });
      expect((await planMismatches(city, 2023)).some(({ subjectId }) => subjectId === id)).toBe(false);
      expect(
        (await applyPlanImport(city, { importId: newId<'import'>(), plans: [aPlan(id)] })).baselines,
      ).toBe(1);
      expect((await planVersionsOf(city, id)).map(({ kind }) => kind)).toEqual([
        'baseline',
        'revision',
        'revision',
        'withdrawal',
        'baseline',
      ]);
    });
  });

  test('an import by which a month was evaluated stays', async () => {
    await inCity(async (city) => {
      const id = await aSubject(city);
      const importId = newId<'import'>();
      const approval = { reason: '调整', approver: '某某' };
      await applyPlanImport(city, { importId, plans: [aPlan(id, { totalFen: 1n })], ...approval });
      await report(city, aReport(id, '2023-01', 100n));
      await evaluate(city, { asOf: '2023-02-10' });
      await expect(undoImport(city, importId, '撤销')).rejects.toMatchObject({
        code: 'import.followed',
        details: { followed: [{ kind: 'evaluation', period: '2023-01' }] },
      });
    });
  });
});
