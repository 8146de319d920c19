import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import {
  applyPlanImport,
  applyReportImport,
  checkRollups,
  evaluate,
  type GroupLights,
  type LightsOn,
  lightsOn,
  type NewReport,
  type Plan,
  placeInGroups,
  replay,
  stateDuties,
  yearDuty,
} from '../index.ts';
import { aDatabase, asCity } from './a-city.ts';
import { type Gold, type GoldSums, goldIsThere, readGold } from './gold.ts';

const title = 'the shared list and reports of one year give the shared lights';

describe.skipIf(!goldIsThere)(`${title} (skipped without ../shared/data/workbooks/gold)`, () => {
  const gold = goldIsThere ? readGold() : ({ list: [], reports: [], evaluations: [] } satisfies Gold);
  const ids = new Map(gold.list.map(({ key }) => [key as string, newId<'project'>() as string]));
  const idOf = (key: string) => ids.get(key) as string;
  let database: TestDatabase;

  beforeAll(async () => {
    database = await aDatabase();
    await asCity(database.db, async (city) => {
      await stateDuties(
        city,
        gold.list.map(({ key, record: { stage, plannedStart, periodStart } }) =>
          yearDuty({
            subjectId: idOf(key as string),
            year: 2023,
            category: stage,
            plannedStart,
            periodStart,
            fromMonth: '2023-01',
          }),
        ),
      );
      const placements = gold.list.map(({ key, record }) => {
        const district = record.districts[0]?.name ?? '';
        return { subjectId: idOf(key as string), groupIds: [district], fromOn: '2023-01-01' as PlainDate };
      });
      await placeInGroups(city, 'district', placements);
      const plans = gold.list.map(({ key, record }): Plan => {
        const months = record.monthPlanFen ?? Array<null>(12).fill(null);
        const monthsFen = months.map((fen) => (fen === null ? null : BigInt(fen)));
        const totalFen = record.planYearFen === null ? null : BigInt(record.planYearFen);
        return { subjectId: idOf(key as string), year: 2023, monthsFen, totalFen };
      });
      await applyPlanImport(city, { importId: newId<'import'>(), plans });
      for (const book of gold.reports) {
        const accepted = book.rows.filter(
          ({ status, record }) => status === 'accepted' && record.projectKey !== null,
        );
        const reports = accepted.map(({ sheet, row, record }): NewReport => {
          const {
            projectKey,
            monthFen,
            cumFen,
            month,
            started,
            actualStart,
            entered,
            enteredOn,
            reportedOn,
          } = record;
          return {
            subjectId: idOf(projectKey as string),
            month: month as Month,
            receivedOn: book.receivedOn as PlainDate,
            monthFen: monthFen === null ? null : BigInt(monthFen),
            cumFen: cumFen === null ? null : BigInt(cumFen),
            started: started ?? null,
            actualStart: actualStart ?? null,
            entered: entered ?? null,
            enteredOn: enteredOn ?? null,
            reportedOn: reportedOn ?? null,
            sourceRow: `${sheet}!${row}`,
          };
        });
        await applyReportImport(city, {
          importId: newId<'import'>(),
          source: book.workbook,
          counts: 'verified',
          reports,
        });
      }
      for (const { asOf } of gold.evaluations) await evaluate(city, { asOf: asOf as PlainDate });
    });
  });

  afterAll(async () => database?.drop());

  describe.each(gold.evaluations)('as of $asOf', (expected) => {
    let lights: LightsOn;
    beforeAll(async () => {
      lights = await asCity(database.db, (city) => lightsOn(city, expected.asOf as PlainDate));
    });

    test('every project has its light, by every dimension and with the figures it was made from', () => {
      const found = new Map(lights.projects.map((one) => [one.subjectId, one]));
      expect(lights.month).toBe(expected.month);
      expect(
        expected.projects.map(({ key }) => {
          const one = found.get(idOf(key));
          const { started, startMonth, entered, planToMonthFen, actualToMonthFen } = one?.inputs ?? {};
          return {
            key,
            overall: one?.overall,
            ...one?.dimensions,
            started,
            startMonth,
            entered,
            planToMonthFen: textOf(planToMonthFen),
            actualToMonthFen: textOf(actualToMonthFen),
          };
        }),
      ).toEqual(
        expected.projects.map((one) => ({
          key: one.key,
          overall: one.overall,
          progress: one.progress,
          start: one.start,
          statistics: one.statistics,
          started: one.started,
          startMonth: one.startMonth,
          entered: one.entered,
          planToMonthFen: one.planToMonthFen,
          actualToMonthFen: one.actualToMonthFen,
        })),
      );
      expect(lights.projects).toHaveLength(expected.projects.length);
    });

    test('every district has its sums, and so has the city', () => {
      const byName = new Map(lights.groups.map((group) => [group.groupId, group]));
      expect(expected.districts.map(({ name }) => sumsOf(byName.get(name)))).toEqual(
        expected.districts.map(goldSums),
      );
      expect(byName.size).toBe(expected.districts.length);
      expect(sumsOf(lights.total)).toEqual(goldSums(expected.total));
    });

    test('grey by progress are those that did not report; preparatory projects stand apart with a reason', () => {
      const grey = lights.projects.filter(({ dimensions }) => dimensions['progress'] === 'grey');
      expect(grey.map(({ subjectId }) => subjectId).sort()).toEqual(expected.notReported.map(idOf).sort());
      const preparatory = gold.list.filter(({ record }) => record.stage === '前期');
      expect(lights.apart).toHaveLength(preparatory.length);
      expect(new Set(lights.apart.map(({ reason }) => reason))).toEqual(new Set(['前期']));
    });
  });

  test('before an evaluation day the previous month stands', async () => {
    const lights = await asCity(database.db, (city) => lightsOn(city, '2023-06-09'));
    expect(lights.month).toBe('2023-04');
  });

  test('every evaluation is made again the same, and the kept sums are those of the rows', async () => {
    await asCity(database.db, async (city) => {
      const replayed = await replay(city);
      const expected = gold.evaluations.reduce((sum, { projects }) => sum + projects.length, 0);
      expect(replayed).toEqual({ checked: expected, differences: [] });
      const rollups = await checkRollups(city);
      expect(rollups.differences).toEqual([]);
      expect(rollups.checked).toBeGreaterThan(100);
    });
  });

  test('evaluating the same day again adds nothing', async () => {
    await asCity(database.db, async (city) => {
      const again = await evaluate(city, { asOf: '2023-07-10' });
      expect(again).toMatchObject({ month: '2023-06', changed: 0, takenBack: 0 });
      expect(again.lit).toBe(gold.evaluations.at(-1)?.projects.length);
    });
  });
});

function sumsOf(group: GroupLights | undefined) {
  if (!group) return undefined;
  const { projects, reported, overall, dimensions, planToMonthFen, actualToMonthFen, planYearFen } = group;
  return {
    projects,
    reported,
    overall: { ...overall, notApplicable: 0 },
    progress: dimensions['progress'],
    start: dimensions['start'],
    statistics: dimensions['statistics'],
    planToMonthFen: textOf(planToMonthFen),
    actualToMonthFen: textOf(actualToMonthFen),
    planYearFen: textOf(planYearFen),
  };
}

function goldSums({ projects, reported, overall, progress, start, statistics, ...sums }: GoldSums) {
  const counts = (some: Readonly<Record<string, number>>) => ({
    green: some['green'] ?? 0,
    yellow: some['yellow'] ?? 0,
    red: some['red'] ?? 0,
    grey: some['grey'] ?? 0,
    notApplicable: some['notApplicable'] ?? 0,
  });
  const { planToMonthFen, actualToMonthFen, planYearFen } = sums;
  return {
    projects,
    reported,
    overall: counts(overall),
    progress: counts(progress),
    start: counts(start),
    statistics: counts(statistics),
    planToMonthFen,
    actualToMonthFen,
    planYearFen,
  };
}

function textOf(fen: bigint | null | undefined): string | null {
  return fen === null || fen === undefined ? null : String(fen);
}
