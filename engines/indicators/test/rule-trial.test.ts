import { afterAll, beforeAll, expect, test } from 'vitest';
import type { City } from '#access';
import type { TestDatabase } from '#db/testing';
import {
  evaluate,
  firstFreeDay,
  lightHistoryOf,
  lightsOn,
  lockMonth,
  publishRuleSet,
  ruleSetLines,
  tryRuleSet,
} from '../index.ts';
import { aDatabase, asCity } from './a-city.ts';
import { aDimension, aRuleSet, defaultRules } from './a-rule-set.ts';
import { aReport, aSubject, report } from './a-year.ts';

let database: TestDatabase;
let cityId = 331100;
const inNewCity = <T>(work: (city: City) => Promise<T>) => {
  cityId += 100;
  return asCity(database.db, work, { cityId });
};
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => database?.drop());

const strict = aRuleSet({
  dimensions: [
    aDimension({
      bands: [
        { id: 'full', light: 'green', from: '100' },
        { id: 'short', light: 'red', below: '100' },
      ],
    }),
    ...defaultRules.dimensions.slice(1),
  ],
});

test('a trial says which lights would change and why, and stores nothing', async () => {
  await inNewCity(async (city) => {
    const [short, full] = [await aSubject(city), await aSubject(city)];
    await report(city, aReport(short, '2023-05', 480n));
    await report(city, aReport(full, '2023-05', 500n));
    expect(await tryRuleSet(city, strict)).toBeUndefined();
    await evaluate(city, { asOf: '2023-06-10' });
    const trial = await tryRuleSet(city, strict);
    expect(trial).toMatchObject({
      ...{ month: '2023-05', tried: 2 },
      before: { green: 2, red: 0 },
      after: { green: 1, red: 1 },
      changes: [{ subjectId: short, before: 'green', after: 'red' }],
    });
    expect(trial?.changes[0]?.why[0]).toContain('完成率 96%');
    expect(await lightHistoryOf(city, short, '2023-12-31')).toMatchObject([{ overall: 'green' }]);
  });
});

test('months in a row are tried as if the rules had held all along', async () => {
  await inNewCity(async (city) => {
    const id = await aSubject(city);
    for (const [month, cum, asOf] of [
      ['2023-01', 80n, '2023-02-10'],
      ['2023-02', 160n, '2023-03-10'],
    ] as const) {
      await report(city, aReport(id, month, cum));
      await evaluate(city, { asOf });
    }
    const consecutive = [{ of: ['behind'], months: 2, light: 'red' as const, newYear: 'restart' as const }];
    const rules = aRuleSet({
      dimensions: [aDimension({ consecutive }), ...defaultRules.dimensions.slice(1)],
    });
    expect((await tryRuleSet(city, rules))?.changes).toMatchObject([{ before: 'yellow', after: 'red' }]);
  });
});

test('other rules may hold from the day on which the next month is evaluated', async () => {
  await inNewCity(async (city) => {
    await aSubject(city);
    expect(await firstFreeDay(city, 10)).toBeUndefined();
    await evaluate(city, { asOf: '2023-06-12' });
    expect(await firstFreeDay(city, 10)).toEqual({ day: '2023-07-10', evaluated: '2023-05' });
    expect((await firstFreeDay(city, 25))?.day).toBe('2023-07-25');
  });
});

test('a month evaluated before the rules changed keeps its rules when it is locked after', async () => {
  await inNewCity(async (city) => {
    const id = await aSubject(city);
    await report(city, aReport(id, '2023-05', 480n));
    await evaluate(city, { asOf: '2023-06-10' });
    await publishRuleSet(city, { ...strict, effectiveFrom: '2023-07-10' });
    await lockMonth(city, { month: '2023-05', asOf: '2023-07-15' });
    const { projects } = await lightsOn(city, '2023-07-15');
    expect(projects.map(({ overall }) => overall)).toEqual(['green']);
  });
});

test('a rule set reads as sentences', () => {
  expect(ruleSetLines(defaultRules)).toEqual(
    expect.arrayContaining([
      '评价日：次月 10 日',
      '投资进度：完成率 ≥ 70% 且 ＜ 90%，黄灯',
      '投资进度：累计计划为零或没有计划，绿灯',
    ]),
  );
});
