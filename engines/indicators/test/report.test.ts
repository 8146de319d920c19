import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { City } from '#access';
import type { TestDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import {
  applyReportImport,
  fileReport,
  notReported,
  reportsOf,
  rollupsOf,
  standingReports,
  undoImport,
} from '../index.ts';
import { aDatabase, asCity } from './a-city.ts';
import { aReport, aSubject } from './a-year.ts';

describe('reports', () => {
  let database: TestDatabase;
  const inCity = <T>(work: (city: City) => Promise<T>) => asCity(database.db, work);
  const may = { first: '2023-05', last: '2023-05' } as const;
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(async () => database?.drop());

  test('a correction is a further row that stands; the one before it names its successor', async () => {
    await inCity(async (city) => {
      const id = await aSubject(city);
      await fileReport(city, aReport(id, '2023-05', 500n), { expectedNumber: 0 });
      await expect(
        fileReport(city, aReport(id, '2023-05', 510n), { expectedNumber: 1 }),
      ).rejects.toMatchObject({
        code: 'report.correction_unexplained',
      });
      const correctionReason = '漏报';
      await fileReport(city, aReport(id, '2023-05', 510n), { expectedNumber: 1, correctionReason });
      const rows = await reportsOf(city, id);
      expect(rows.map(({ number, cumFen, supersededBy }) => [number, cumFen, supersededBy])).toEqual([
        [1, 500n, 2],
        [2, 510n, null],
      ]);
      expect(rows[1]?.correctionReason).toBe('漏报');
      const [standing] = await standingReports(city, { ...may, subjectIds: [id] });
      expect(standing?.cumFen).toBe(510n);
    });
  });

  test('a save on an outdated view is refused and shows what stands', async () => {
    await inCity(async (city) => {
      const id = await aSubject(city);
      await fileReport(city, aReport(id, '2023-05', 500n), { expectedNumber: 0 });
      await expect(
        fileReport(city, aReport(id, '2023-05', 490n), { expectedNumber: 0 }),
      ).rejects.toMatchObject({
        code: 'report.stale',
        details: { number: 1, standing: { cumFen: 500n }, sent: { cumFen: 490n } },
      });
      expect((await fileReport(city, aReport(id, '2023-05', 500n), { expectedNumber: 1 })).unchanged).toBe(1);
    });
  });

  test('reported and verified values stand apart', async () => {
    await inCity(async (city) => {
      const id = await aSubject(city);
      await fileReport(city, aReport(id, '2023-05', 500n), { expectedNumber: 0 });
      await fileReport(city, aReport(id, '2023-05', 450n, { standing: 'verified' }), { expectedNumber: 0 });
      const of = async (standing: 'reported' | 'verified') =>
        (await standingReports(city, { ...may, standing, subjectIds: [id] })).map(({ cumFen }) => cumFen);
      expect([await of('reported'), await of('verified')]).toEqual([[500n], [450n]]);
    });
  });

  test('of two rows of one workbook the later stands; the same workbook again is nothing', async () => {
    await inCity(async (city) => {
      const id = await aSubject(city);
      const reports = [aReport(id, '2023-05', 500n), aReport(id, '2023-05', 520n)];
      const first = await applyReportImport(city, { importId: newId<'import'>(), reports });
      expect([first.filed, first.corrected, first.unchanged]).toEqual([1, 1, 0]);
      const standing = await standingReports(city, { ...may, subjectIds: [id] });
      expect(standing.map(({ cumFen }) => cumFen)).toEqual([520n]);
      const again = await applyReportImport(city, { importId: newId<'import'>(), reports: reports.slice(1) });
      expect([again.filed, again.corrected, again.unchanged]).toEqual([0, 0, 1]);
    });
  });

  test('an undone import leaves what stood before it, or nothing', async () => {
    await inCity(async (city) => {
      const [known, fresh] = [await aSubject(city, '撤销区'), await aSubject(city, '撤销区')];
      await fileReport(city, aReport(known, '2023-05', 500n), { expectedNumber: 0, counts: 'verified' });
      const sums = async () =>
        (await rollupsOf(city, 'district', may)).find(({ groupId }) => groupId === '撤销区');
      const before = await sums();
      const importId = newId<'import'>();
      await applyReportImport(city, {
        importId,
        counts: 'verified',
        reports: [aReport(known, '2023-05', 600n), aReport(fresh, '2023-05', 70n)],
      });
      expect((await sums())?.sums).toMatchObject({ reported: 2n, actualFen: 670n });
      expect(await undoImport(city, importId, '误传')).toEqual({ plans: 0, reports: 2 });
      const left = await standingReports(city, { ...may, subjectIds: [known, fresh] });
      expect(left.map(({ subjectId, cumFen }) => [subjectId, cumFen])).toEqual([[known, 500n]]);
      expect(await sums()).toEqual(before);
      expect(await notReported(city, '2023-05')).toContain(fresh);
      expect((await reportsOf(city, fresh)).at(-1)).toMatchObject({
        withdrawn: true,
        correctionReason: '误传',
      });
    });
  });

  test('an import on top of which somebody corrected is not undone, and the correction is named', async () => {
    await inCity(async (city) => {
      const id = await aSubject(city);
      const importId = newId<'import'>();
      await applyReportImport(city, { importId, reports: [aReport(id, '2023-05', 600n)] });
      await fileReport(city, aReport(id, '2023-05', 610n), { expectedNumber: 1, correctionReason: '漏报' });
      await expect(undoImport(city, importId, '误传')).rejects.toMatchObject({
        code: 'import.followed',
        details: { count: 1, followed: [{ subjectId: id, kind: 'report', period: '2023-05', number: 2 }] },
      });
    });
  });

  test('more rows than one statement takes come in whole, with every field', async () => {
    await inCity(async (city) => {
      const ids = Array.from({ length: 150 }, () => newId<'project'>() as string);
      const text = '进度：100%\t“完成”\n第二行 \\N';
      const reports = ids.map((id, at) =>
        aReport(id, '2023-05', BigInt(at), {
          monthFen: -1n,
          actualStart: '2023-02',
          enteredOn: '2023',
          progressText: text,
          problem: text,
          matter: '事项',
          matterLevel: '市级',
          reporter: '某某',
          reportedOn: '2023-05-03',
          source: '月报.xlsx',
          sourceRow: `5月!${at}`,
        }),
      );
      expect((await applyReportImport(city, { importId: null, reports })).filed).toBe(150);
      const stored = await standingReports(city, { ...may, subjectIds: ids });
      expect(stored).toHaveLength(150);
      for (const row of stored) expect(row).toMatchObject(reports[ids.indexOf(row.subjectId)] as object);
    });
  });
});
