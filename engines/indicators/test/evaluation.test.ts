import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { City } from '#access';
import { asTableOwner, type TestDatabase } from '#db/testing';
import type { PlainDate } from '#kernel/plain-date';
import {
  currentLights,
  evaluate,
  evaluationOf,
  lightHistoryOf,
  lightsOn,
  monthEvaluatedOn,
  publishRuleSet,
  replay,
  stateDuties,
  why,
} from '../index.ts';
import { aDatabase, asCity } from './a-city.ts';
import { aDimension, aRuleSet, defaultRules } from './a-rule-set.ts';
import { aDuty, aReport, aSubject, report } from './a-year.ts';

test.each([
  ['2023-06-09', '2023-04'],
  ['2023-06-10', '2023-05'],
  ['2023-07-09', '2023-05'],
  ['2023-02-09', '2022-12'],
  ['2023-02-10', '2023-01'],
  ['2023-01-10', '2022-12'],
] as const)('on %s the month that stands is %s', (asOf, month) =>
  expect(monthEvaluatedOn(asOf, 10)).toBe(month),
);

describe('evaluations', () => {
  let database: TestDatabase;
  let cityId = 330100;
  /** A city of its own per test: evaluating takes all of a city. */
  const inNewCity = <T>(work: (city: City) => Promise<T>) => {
    cityId += 100;
    return asCity(database.db, work, { cityId });
  };
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(async () => database?.drop());

  const lightOf = async (city: City, subjectId: string, asOf: PlainDate) =>
    (await lightsOn(city, asOf)).projects.find((one) => one.subjectId === subjectId);

  test('a report received late changes the light from its day on, and not before', async () => {
    await inNewCity(async (city) => {
      const id = await aSubject(city);
      expect(await evaluate(city, { asOf: '2023-06-10' })).toMatchObject({
        month: '2023-05',
        lit: 1,
        changed: 1,
      });
      await report(city, aReport(id, '2023-05', 500n, { receivedOn: '2023-06-15' }));
      expect(await evaluate(city, { asOf: '2023-06-14' })).toMatchObject({ lit: 1, changed: 0 });
      expect(await evaluate(city, { asOf: '2023-06-15' })).toMatchObject({ lit: 1, changed: 1 });
      expect((await lightOf(city, id, '2023-06-14'))?.overall).toBe('grey');
      expect((await lightOf(city, id, '2023-06-15'))?.overall).toBe('green');
      expect((await lightOf(city, id, '2023-07-09'))?.overall).toBe('green');
    });
  });

  test('a correction on an earlier day re-evaluates that day; later evaluations stay', async () => {
    await inNewCity(async (city) => {
      const id = await aSubject(city);
      await report(city, aReport(id, '2023-05', 500n));
      await evaluate(city, { asOf: '2023-06-10' });
      await report(city, aReport(id, '2023-05', 400n, { receivedOn: '2023-06-08' }));
      expect((await evaluate(city, { asOf: '2023-06-10' })).changed).toBe(1);
      expect((await lightOf(city, id, '2023-06-10'))?.overall).toBe('yellow');
      expect(
        (await lightHistoryOf(city, id, '2023-06-30')).map(({ month, overall }) => [month, overall]),
      ).toEqual([['2023-05', 'yellow']]);
    });
  });

  test('what owes no report is listed apart with its reason, and its light is taken back', async () => {
    await inNewCity(async (city) => {
      const [paused, merged] = [await aSubject(city), await aSubject(city)];
      await stateDuties(city, [aDuty(merged, { fromMonth: '2023-05', owes: false, reason: '已合并' })]);
      await evaluate(city, { asOf: '2023-06-10' });
      await stateDuties(city, [aDuty(paused, { fromMonth: '2023-05', owes: false, reason: '暂停' })]);
      expect(await evaluate(city, { asOf: '2023-06-11' })).toMatchObject({ lit: 0, takenBack: 1 });
      const lights = await lightsOn(city, '2023-06-11');
      expect(lights.projects).toEqual([]);
      expect(new Map(lights.apart.map(({ subjectId, reason }) => [subjectId, reason]))).toEqual(
        new Map([
          [paused, '暂停'],
          [merged, '已合并'],
        ]),
      );
      await stateDuties(city, [aDuty(paused, { fromMonth: '2023-05' })]);
      expect(await evaluate(city, { asOf: '2023-06-12' })).toMatchObject({ lit: 1, changed: 1 });
      expect((await lightOf(city, paused, '2023-06-12'))?.overall).toBe('grey');
      expect((await lightsOn(city, '2023-06-10')).projects.map(({ subjectId }) => subjectId)).toEqual([
        paused,
      ]);
      const current = await currentLights(city, [paused, merged]);
      expect(current.map(({ subjectId, asOf }) => [subjectId, asOf])).toEqual([[paused, '2023-06-12']]);
    });
  });

  test('a duty ends with its year: without a new one nothing is owed', async () => {
    await inNewCity(async (city) => {
      await aSubject(city);
      expect((await evaluate(city, { asOf: '2024-01-10' })).lit).toBe(1);
      expect((await evaluate(city, { asOf: '2024-02-10' })).lit).toBe(0);
    });
  });

  test('months in a row are counted over stored evaluations', async () => {
    await inNewCity(async (city) => {
      const consecutive = [{ of: ['behind'], months: 3, light: 'red' as const, newYear: 'restart' as const }];
      await publishRuleSet(city, aRuleSet({ dimensions: [aDimension({ consecutive })] }));
      const id = await aSubject(city);
      const lights: unknown[] = [];
      for (const [month, asOf] of [
        ['2023-01', '2023-02-10'],
        ['2023-02', '2023-03-10'],
        ['2023-03', '2023-04-10'],
      ] as const) {
        await report(city, aReport(id, month, BigInt(Number(month.slice(5))) * 80n));
        await evaluate(city, { asOf });
        lights.push((await lightOf(city, id, asOf))?.overall);
      }
      expect(lights).toEqual(['yellow', 'yellow', 'red']);
      expect((await lightOf(city, id, '2023-04-10'))?.why[0]).toContain('已连续 3 个月如此');
      expect((await replay(city)).differences).toEqual([]);
    });
  });

  test('new rules stand from their day; months evaluated by the old ones keep naming them', async () => {
    await inNewCity(async (city) => {
      const id = await aSubject(city);
      await report(city, aReport(id, '2023-05', 450n));
      await report(city, aReport(id, '2023-06', 540n));
      await evaluate(city, { asOf: '2023-06-10' });
      const strict = aDimension({
        bands: [
          { id: 'full', light: 'green', from: '100' },
          { id: 'short', light: 'red', below: '100' },
        ],
      });
      const dimensions = [strict, ...defaultRules.dimensions.slice(1)];
      const published = await publishRuleSet(
        city,
        aRuleSet({ effectiveFrom: '2023-07-01', basis: '某通知', dimensions }),
      );
      expect(published.number).toBe(2);
      await evaluate(city, { asOf: '2023-06-30' });
      await evaluate(city, { asOf: '2023-07-10' });
      expect((await lightOf(city, id, '2023-06-30'))?.overall).toBe('green');
      expect((await lightOf(city, id, '2023-07-10'))?.overall).toBe('red');
      const [june, may] = await lightHistoryOf(city, id, '2023-07-31');
      const mayEvaluation = await evaluationOf(city, may?.evaluationId ?? '');
      const juneEvaluation = await evaluationOf(city, june?.evaluationId ?? '');
      expect([mayEvaluation?.ruleSetNumber, juneEvaluation?.ruleSetNumber]).toEqual([1, 2]);
      if (juneEvaluation) expect((await why(city, juneEvaluation)).at(-1)).toContain('依据：某通知');
      expect(await replay(city)).toEqual({ checked: 2, differences: [] });
    });
  });

  test('rules with a hole are not published, and the hole is named', async () => {
    await inNewCity(async (city) => {
      const bands = aDimension().bands.filter(({ id }) => id !== 'behind');
      await expect(
        publishRuleSet(city, aRuleSet({ dimensions: [aDimension({ bands })] })),
      ).rejects.toMatchObject({
        code: 'lights.incomplete',
        details: { first: '投资进度：完成率恰为 70% 时没有灯，例如累计计划 1 元、累计完成 0.7 元' },
      });
    });
  });

  test('before any rules are in force there is no evaluation', async () => {
    await inNewCity(async (city) => {
      await expect(evaluate(city, { asOf: '2019-12-31' })).rejects.toMatchObject({
        code: 'lights.no_rule_set',
      });
      expect((await lightsOn(city, '2023-06-10')).month).toBeUndefined();
    });
  });

  test('what counts is verified, not what was reported beside it', async () => {
    await inNewCity(async (city) => {
      const id = await aSubject(city);
      await report(city, aReport(id, '2023-05', 500n, { standing: 'reported' }));
      await report(city, aReport(id, '2023-05', 100n));
      await evaluate(city, { asOf: '2023-06-10' });
      expect((await lightOf(city, id, '2023-06-10'))?.overall).toBe('red');
    });
  });

  test('replay finds an input and a light that somebody changed behind the program', async () => {
    const [id, other] = await inNewCity(async (city) => {
      const ids = [await aSubject(city), await aSubject(city)] as const;
      for (const one of ids) await report(city, aReport(one, '2023-05', 500n));
      await evaluate(city, { asOf: '2023-06-10' });
      return ids;
    });
    const change = `update city.evaluation set inputs = jsonb_set(inputs, '{actualToMonthFen}', '"1"') where subject_id = $1`;
    await asTableOwner(database.db, change, [id]);
    await asTableOwner(database.db, `update city.light set overall = 'red' where subject_id = $1`, [other]);
    const { checked, differences } = await asCity(database.db, (city) => replay(city), { cityId });
    expect(checked).toBe(2);
    expect(differences.map(({ subjectId, what }) => [subjectId, what]).sort()).toEqual(
      [
        [id, 'light'],
        [id, 'result'],
        [other, 'light'],
      ].sort(),
    );
  });
});
