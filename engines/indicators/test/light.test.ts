import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import { compileRuleSet, readFraction } from '../domain/evaluate-light.ts';
import type { LightInputs } from '../domain/light-inputs.ts';
import type { Dimension, RuleSet } from '../domain/rule-set.ts';
import { restoreInputs, storeInputs } from '../domain/stored-inputs.ts';
import { whyLight } from '../domain/why.ts';
import { proveRuleSet } from '../index.ts';
import { aDimension, aRuleSet, defaultRules } from './a-rule-set.ts';

const inputs: LightInputs = {
  month: '2023-06',
  category: 'building',
  plannedStartMonth: null,
  planToMonthFen: 1_000_000_000n,
  planYearFen: 2_000_000_000n,
  actualToMonthFen: 950_000_000n,
  started: true,
  startMonth: '2022-12',
  entered: true,
  earlier: [],
  planNumber: 1,
  reportNumber: 1,
};

function someInputs(change: Partial<LightInputs>): LightInputs {
  return { ...inputs, ...change };
}

const byDefault = compileRuleSet(defaultRules);
const lightBy = (rules: RuleSet, id: string, change: Partial<LightInputs>) =>
  compileRuleSet(rules)(someInputs(change)).dimensions[id];

describe('progress by the default rules: actual over plan, exact to the fen', () => {
  test.each<[string, bigint | null, bigint | null, Light]>([
    ['exactly nine tenths', 1_000_000_000n, 900_000_000n, 'green'],
    ['one fen below nine tenths', 1_000_000_000n, 899_999_999n, 'yellow'],
    ['exactly seven tenths', 1_000_000_000n, 700_000_000n, 'yellow'],
    ['one fen below seven tenths', 1_000_000_000n, 699_999_999n, 'red'],
    ['nine tenths of a plan that ten does not divide: 9.9 of 11', 11n, 9n, 'yellow'],
    ['the next whole fen above', 11n, 10n, 'green'],
    [
      'one fen below nine tenths of more than a double holds',
      90_071_992_547_409_930n,
      81_064_793_292_668_936n,
      'yellow',
    ],
    ['exactly nine tenths of it', 90_071_992_547_409_930n, 81_064_793_292_668_937n, 'green'],
    ['nothing done', 1_000_000_000n, 0n, 'red'],
    ['less than nothing, after a correction', 1_000_000_000n, -1n, 'red'],
    ['no plan to the month', 0n, 0n, 'green'],
    ['no plan at all', null, 0n, 'green'],
    ['not reported', 1_000_000_000n, null, 'grey'],
    ['not reported, without a plan either', 0n, null, 'grey'],
  ])('%s', (_name, planToMonthFen, actualToMonthFen, light) => {
    expect(lightBy(defaultRules, 'progress', { planToMonthFen, actualToMonthFen })?.light).toBe(light);
  });
});

describe('start by the default rules', () => {
  const planned = { category: 'new-start', started: false, startMonth: null, entered: null } as const;
  test.each<[string, Partial<LightInputs>, Light | null]>([
    ['the month before the planned one', { plannedStartMonth: '2023-07' }, 'green'],
    ['the end of the planned month', { plannedStartMonth: '2023-06' }, 'yellow'],
    ['one month later', { plannedStartMonth: '2023-05' }, 'yellow'],
    ['two months later', { plannedStartMonth: '2023-04' }, 'red'],
    [
      'started, however late',
      { plannedStartMonth: '2023-01', started: true, startMonth: '2023-06' },
      'green',
    ],
    ['planned for another year', { plannedStartMonth: '2022-12' }, null],
    ['planned for no month', { plannedStartMonth: null }, null],
    ['building projects are not asked', { category: 'building', plannedStartMonth: '2023-01' }, null],
    ['January, planned for January', { month: '2023-01', plannedStartMonth: '2023-01' }, 'yellow'],
  ])('%s', (_name, change, light) => {
    expect(lightBy(defaultRules, 'start', { ...planned, ...change })?.light ?? null).toBe(light);
  });
});

describe('statistics by the default rules', () => {
  test.each<[string, Partial<LightInputs>, Light | null]>([
    ['entered', { entered: true }, 'green'],
    ['started this month', { entered: false, startMonth: '2023-06' }, 'green'],
    ['one month ago', { entered: false, startMonth: '2023-05' }, 'green'],
    ['two months ago', { entered: false, startMonth: '2023-04' }, 'yellow'],
    ['three months ago', { entered: false, startMonth: '2023-03' }, 'red'],
    ['over the new year', { month: '2023-01', entered: false, startMonth: '2022-11' }, 'yellow'],
    ['nobody said whether entered', { entered: null }, null],
    ['not started', { category: 'new-start', started: false, startMonth: null, entered: false }, null],
  ])('%s', (_name, change, light) => {
    expect(lightBy(defaultRules, 'statistics', change)?.light ?? null).toBe(light);
  });
});

test.each<[string, Partial<LightInputs>, Light]>([
  ['red before yellow', { actualToMonthFen: 800_000_000n, entered: false, startMonth: '2023-01' }, 'red'],
  ['yellow before grey', { actualToMonthFen: null, entered: false, startMonth: '2023-04' }, 'yellow'],
  ['grey before green', { actualToMonthFen: null }, 'grey'],
  ['green only if all are', {}, 'green'],
])('overall the worst: %s', (_name, change, light) => {
  expect(byDefault(someInputs(change)).overall).toBe(light);
});

describe('percentage points below the plan is another formula than percent of the plan', () => {
  const points = aRuleSet({
    dimensions: [
      aDimension({
        formula: 'points-below-plan',
        bands: [
          { id: 'near', light: 'green', below: '5' },
          { id: 'behind', light: 'yellow', from: '5', to: '10' },
          { id: 'far', light: 'red', above: '10' },
        ],
      }),
    ],
  });
  test('it is proved', () => expect(proveRuleSet(points)).toEqual([]));

  // Half of the year's 2,000 planned. Five points are 100 of it, although 900 is nine tenths of the plan to date.
  test.each<[string, Partial<LightInputs>, Light]>([
    ['just short of five points', { actualToMonthFen: 900_000_001n }, 'green'],
    ['five points', { actualToMonthFen: 900_000_000n }, 'yellow'],
    ['ten points', { actualToMonthFen: 800_000_000n }, 'yellow'],
    ['one fen more than ten points', { actualToMonthFen: 799_999_999n }, 'red'],
    ['ahead of the plan', { actualToMonthFen: 1_500_000_000n }, 'green'],
    ['nothing planned to date', { planToMonthFen: 0n, actualToMonthFen: 0n }, 'green'],
    ['nothing planned all year', { planToMonthFen: 0n, planYearFen: 0n, actualToMonthFen: 0n }, 'green'],
    ['not reported', { actualToMonthFen: null }, 'grey'],
  ])('%s', (_name, change, light) => {
    expect(lightBy(points, 'progress', change)?.light).toBe(light);
  });
});

describe('three months in a row', () => {
  const rulesWith = (newYear: 'restart' | 'continue'): RuleSet => {
    const consecutive: Dimension['consecutive'] = [{ of: ['behind'], months: 3, light: 'red', newYear }];
    return aRuleSet({ dimensions: [aDimension({ consecutive })] });
  };
  const behind = { actualToMonthFen: 800_000_000n };
  const was = (outcome: string, ...months: Month[]) =>
    months.map((month) => ({ month, outcomes: { progress: outcome } }));

  test.each<[string, Partial<LightInputs>, 'restart' | 'continue', Light]>([
    ['the first month', behind, 'restart', 'yellow'],
    ['the second', { ...behind, earlier: was('behind', '2023-05') }, 'restart', 'yellow'],
    ['the third', { ...behind, earlier: was('behind', '2023-05', '2023-04') }, 'restart', 'red'],
    ['the fourth', { ...behind, earlier: was('behind', '2023-05', '2023-04', '2023-03') }, 'restart', 'red'],
    [
      'a month that was not evaluated',
      { ...behind, earlier: was('behind', '2023-04', '2023-03') },
      'restart',
      'yellow',
    ],
    [
      'a better month between',
      {
        ...behind,
        earlier: [...was('behind', '2023-05'), ...was('on-plan', '2023-04'), ...was('behind', '2023-03')],
      },
      'restart',
      'yellow',
    ],
    ['better now', { earlier: was('behind', '2023-05', '2023-04') }, 'restart', 'green'],
    [
      'January, counting anew',
      { ...behind, month: '2023-01', earlier: was('behind', '2022-12', '2022-11') },
      'restart',
      'yellow',
    ],
    [
      'January, counting on',
      { ...behind, month: '2023-01', earlier: was('behind', '2022-12', '2022-11') },
      'continue',
      'red',
    ],
    [
      'March, counting anew',
      { ...behind, month: '2023-03', earlier: was('behind', '2023-02', '2023-01') },
      'restart',
      'red',
    ],
  ])('%s', (_name, change, newYear, light) => {
    const result = lightBy(rulesWith(newYear), 'progress', change);
    expect(result?.light).toBe(light);
    expect(result?.run).toBe(light === 'red' ? 3 : 0);
  });
});

describe('a proved rule set', () => {
  const fen = fc.option(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), { nil: null });
  const monthOfYears = fc
    .tuple(fc.integer({ min: 2020, max: 2026 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}` as Month);
  const anyInputs: fc.Arbitrary<LightInputs> = fc.record({
    month: monthOfYears,
    category: fc.constantFrom('building' as const, 'new-start' as const),
    plannedStartMonth: fc.option(monthOfYears, { nil: null }),
    planToMonthFen: fen,
    planYearFen: fen,
    actualToMonthFen: fen,
    started: fc.boolean(),
    startMonth: fc.option(monthOfYears, { nil: null }),
    entered: fc.option(fc.boolean(), { nil: null }),
    earlier: fc.constant([]),
    planNumber: fc.constant(1),
    reportNumber: fc.constant(1),
  });

  test('has a light for whatever comes, the same after a way through the database', () => {
    fc.assert(
      fc.property(anyInputs, (some) => {
        const stored = JSON.parse(JSON.stringify(storeInputs(some)));
        expect(byDefault(restoreInputs(stored))).toEqual(byDefault(some));
      }),
    );
  });
});

describe('why', () => {
  const whyOf = (change: Partial<LightInputs>, rules = defaultRules) => {
    const some = someInputs(change);
    return whyLight(rules, some, compileRuleSet(rules)(some), '2023-07-10');
  };

  test('names rule, figures, day and basis', () => {
    expect(whyOf({ actualToMonthFen: 800_000_000n })).toEqual([
      '投资进度：完成率 80%（本年累计完成 800 万元，累计计划 1,000 万元），在 ≥70% 且 ＜90% 之内，黄灯。',
      '入统：已入统，绿灯。',
      '总灯为黄灯，取自投资进度（先后次序：红＞黄＞灰＞绿）。',
      '按《月度亮灯规则》评价，截至2023年6月末，评价日 2023-07-10；依据：平台默认值。',
    ]);
  });

  test('shows a value just below a border as below it', () => {
    const [progress] = whyOf({ actualToMonthFen: 899_999_999n });
    expect(progress).toContain('完成率 89.9999999%');
    expect(progress).toContain('黄灯');
  });

  test.each<[string, Partial<LightInputs>, string]>([
    ['not reported', { actualToMonthFen: null }, '投资进度：本月未填报或未填累计完成，灰灯。'],
    [
      'late to start',
      {
        category: 'new-start',
        started: false,
        startMonth: null,
        entered: null,
        plannedStartMonth: '2023-05',
      },
      '按期开工：应开工月数 2 个月（计划 2023年5月开工，尚未开工），在 ≥1 且 ≤2 之内，黄灯。',
    ],
    [
      'late to be entered',
      { entered: false, startMonth: '2023-01' },
      '入统：开工后月数 5 个月（2023年1月开工，尚未入统），在 ≥3 之内，红灯。',
    ],
  ])('%s', (_name, change, sentence) => expect(whyOf(change)).toContain(sentence));

  test('a run of months and a clause of its own are said', () => {
    const consecutive: Dimension['consecutive'] = [
      { of: ['behind'], months: 2, light: 'red', newYear: 'restart' },
    ];
    const rules = aRuleSet({ dimensions: [aDimension({ consecutive, basis: '某办法第三条' })] });
    const earlier = [{ month: '2023-05' as Month, outcomes: { progress: 'behind' } }];
    expect(whyOf({ actualToMonthFen: 800_000_000n, earlier }, rules)[0]).toContain(
      '黄灯，但已连续 2 个月如此，改亮红灯（依据：某办法第三条）。',
    );
  });
});

test('a stored value is the exact fraction', () => {
  const value = lightBy(defaultRules, 'progress', { planToMonthFen: 3n, actualToMonthFen: 1n })?.value;
  expect(value).toBe('100/3');
  expect(readFraction('100/3')).toEqual({ num: 100n, den: 3n });
});
