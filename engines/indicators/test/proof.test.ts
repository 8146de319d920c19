import { describe, expect, test } from 'vitest';
import type { Dimension } from '../domain/rule-set.ts';
import { proveRuleSet, readRuleSet } from '../index.ts';
import { aDimension, aRuleSet, defaultRules } from './a-rule-set.ts';

const textsOf = (dimension: Dimension) =>
  proveRuleSet(aRuleSet({ dimensions: [dimension] })).map(({ text }) => text);

test('the rules that ship give every case exactly one light', () => {
  expect(proveRuleSet(defaultRules)).toEqual([]);
});

describe('a rule set that leaves a hole, or lights twice, is named with the exact case', () => {
  const states = aDimension().states;
  const late = (bounds: object) => ({ id: 'late', light: 'red' as const, ...bounds });
  const fine = (bounds: object) => ({ id: 'fine', light: 'green' as const, ...bounds });

  test.each<[string, Partial<Dimension>, string]>([
    [
      'a hole of one point',
      { bands: [fine({ above: '90' }), late({ below: '90' })] },
      '投资进度：完成率恰为 90% 时没有灯，例如累计计划 1 元、累计完成 0.9 元',
    ],
    [
      'a border lit twice',
      { bands: [fine({ from: '90' }), late({ to: '90' })] },
      '投资进度：完成率恰为 90% 时同时落入“late”（红灯）和“fine”（绿灯），例如累计计划 1 元、累计完成 0.9 元',
    ],
    [
      'a hole that takes a plan of a hundred million and one fen to meet',
      { bands: [fine({ from: '90' }), late({ below: '89.99999999' })] },
      '投资进度：完成率恰为 89.99999999% 时没有灯，例如累计计划 100,000,000 元、累计完成 89,999,999.99 元',
    ],
    [
      'nothing above a highest value',
      { bands: [fine({ from: '90', to: '100' }), late({ below: '90' })] },
      '投资进度：完成率恰为 101% 时没有灯，例如累计计划 1 元、累计完成 1.01 元',
    ],
    [
      'nothing below zero, where corrections can lead',
      { bands: [fine({ from: '90' }), late({ from: '0', below: '90' })] },
      '投资进度：完成率恰为 -1% 时没有灯，例如累计计划 1 元、累计完成 -0.01 元',
    ],
    [
      'a band inside another',
      { bands: [fine({}), late({ from: '10', below: '20' })] },
      '投资进度：完成率恰为 10% 时同时落入“fine”（绿灯）和“late”（红灯），例如累计计划 1 元、累计完成 0.1 元',
    ],
    ['no band at all', { bands: [] }, '投资进度：完成率恰为 0% 时没有灯，例如累计计划 1 元、累计完成 0 元'],
    [
      'January left out',
      { bands: [fine({ from: '90', months: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }), late({ below: '90' })] },
      '投资进度：1月，完成率恰为 90% 时没有灯，例如累计计划 1 元、累计完成 0.9 元',
    ],
    [
      'January lit twice',
      { bands: [fine({ from: '90' }), late({ below: '90' }), { id: 'january', light: 'grey', months: [1] }] },
      '投资进度：1月，完成率恰为 89% 时同时落入“late”（红灯）和“january”（灰灯），例如累计计划 1 元、累计完成 0.89 元',
    ],
    [
      'no light without a plan',
      { states: states.filter(({ state }) => state !== 'no-plan') },
      '投资进度：累计计划为零或没有计划时没有灯（no-plan）',
    ],
    [
      'no light without a report',
      { states: states.filter(({ state }) => state !== 'not-reported') },
      '投资进度：本月未填报或未填累计完成时没有灯（not-reported）',
    ],
    [
      'two lights without a report, in one month of the year',
      { states: [...states, { state: 'not-reported', light: 'red', months: [12] }] },
      '投资进度：12月，本月未填报或未填累计完成时有两盏灯（not-reported）',
    ],
    [
      'a hole of one fen',
      {
        formula: 'fen-behind-plan',
        bands: [fine({ to: '1000000' }), late({ from: '1000000.02' })],
      },
      '投资进度：欠计划恰为 1000000.01 元时没有灯，例如累计计划 1,000,000.01 元、累计完成 0 元',
    ],
    [
      'an overlap of one fen',
      {
        formula: 'fen-behind-plan',
        bands: [fine({ to: '1000000' }), late({ from: '1000000' })],
      },
      '投资进度：欠计划恰为 1000000 元时同时落入“fine”（绿灯）和“late”（红灯），例如累计计划 1,000,000 元、累计完成 0 元',
    ],
    [
      'a hole between percentage points',
      {
        formula: 'points-below-plan',
        bands: [fine({ to: '10' }), late({ above: '10.5' })],
      },
      '投资进度：低于计划进度恰为 10.5 个百分点时没有灯，例如全年计划 2 元、累计计划 0.21 元、累计完成 0 元',
    ],
    [
      'a band without any value',
      { bands: [fine({}), late({ from: '90', below: '90' })] },
      '投资进度：“late”的范围里没有任何值',
    ],
  ])('%s', (_name, change, text) => {
    expect(textsOf(aDimension(change))).toContain(text);
  });

  test('whole months need no bands between them', () => {
    const start = aDimension({
      id: 'start',
      name: '按期开工',
      formula: 'months-past-planned-start',
      states: [{ state: 'started', light: 'green' }],
      bands: [fine({ to: '0' }), { id: 'some', light: 'yellow', from: '1', to: '2' }, late({ above: '2.5' })],
    });
    expect(proveRuleSet(aRuleSet({ dimensions: [aDimension(), start] }))).toEqual([]);
    const hole = { ...start, bands: [fine({ to: '0' }), late({ from: '2' })] };
    expect(proveRuleSet(aRuleSet({ dimensions: [aDimension(), hole] })).map(({ text }) => text)).toEqual([
      '按期开工：应开工月数恰为 1 个月时没有灯，例如到计划开工月起第 1 个月末仍未开工',
    ]);
  });
});

describe('months in a row', () => {
  const rule = { of: ['behind'], months: 3, light: 'red' as const, newYear: 'restart' as const };

  test.each<[string, Dimension['consecutive'], string[]]>([
    ['a longer run takes over from a shorter one', [rule, { ...rule, months: 6, light: 'grey' }], []],
    ['two rules may agree', [rule, { ...rule, of: ['behind', 'far-behind'] }], []],
    [
      'two rules that can both hold and disagree',
      [rule, { ...rule, of: ['behind', 'far-behind'], months: 2, light: 'grey' }],
      ['投资进度：连续 3 个月处于“behind”时同时亮红灯和灰灯'],
    ],
    [
      'the same run asked for two lights',
      [rule, { ...rule, light: 'grey' }],
      ['投资进度：连续 3 个月处于“behind”时同时亮红灯和灰灯'],
    ],
  ])('%s', (_name, consecutive, texts) => {
    expect(textsOf(aDimension({ consecutive }))).toEqual(texts);
  });

  test('January must be decided: whether December counts', () => {
    const raw = aRuleSet({ dimensions: [aDimension({ consecutive: [rule] })] });
    const silent = JSON.parse(JSON.stringify(raw));
    delete silent.dimensions[0].consecutive[0].newYear;
    const { ruleSet } = readRuleSet(silent);
    expect(ruleSet && proveRuleSet(ruleSet).map(({ text }) => text)).toEqual([
      '投资进度：没有说明连续月数在1月是否重新计算（newYear），例如上年12月和本年1月连续处于“behind”时没有确定的灯',
    ]);
  });
});

describe('the whole light', () => {
  test.each([
    [
      'a light without place in the order',
      { order: ['red', 'yellow', 'green'] as const },
      '总灯：各项均为灰灯时没有总灯',
    ],
    [
      'a light with two places',
      { order: ['red', 'yellow', 'grey', 'green', 'red'] as const },
      '总灯：红灯在先后次序中出现两次',
    ],
    [
      'no dimension that always applies',
      { dimensions: [] },
      '总灯：没有一项对所有项目都适用，例如续建项目从未填报时没有总灯',
    ],
  ])('%s', (_name, change, text) => {
    expect(proveRuleSet(aRuleSet(change)).map((fault) => fault.text)).toContain(text);
  });
});

describe('what is no rule set', () => {
  test.each<[string, (raw: Record<string, unknown>) => void, string]>([
    ['an unknown key', (raw) => Object.assign(raw, { colour: 1 }), '不认识的项“colour”'],
    [
      'an impossible day',
      (raw) => Object.assign(raw, { effectiveFrom: '2023-02-30' }),
      'effectiveFrom 应为日期',
    ],
    [
      'an evaluation day some months lack',
      (raw) => Object.assign(raw, { evaluationDay: 30 }),
      'evaluationDay 应为 1 至 28 的整数',
    ],
    ['a colour that is no light', (raw) => Object.assign(raw, { order: ['blue'] }), '“blue”不是灯'],
    ['a bound that is no number', (raw) => band(raw, 0, { from: '九成' }), '“九成”不是数'],
    ['two lower bounds', (raw) => band(raw, 0, { above: '90' }), '下限只能写一个'],
    ['a band named twice', (raw) => band(raw, 1, { id: 'on-plan' }), '“on-plan”写了两次'],
  ])('%s', (_name, spoil, text) => {
    const raw = JSON.parse(JSON.stringify(defaultRules));
    spoil(raw);
    const { ruleSet, faults } = readRuleSet(raw);
    expect(ruleSet).toBeUndefined();
    expect(faults.some((fault) => fault.text.includes(text))).toBe(true);
  });

  test('text and numbers are not taken for one', () => {
    for (const raw of [null, 7, 'rules', [], {}]) expect(readRuleSet(raw).ruleSet).toBeUndefined();
  });
});

function band(raw: Record<string, unknown>, at: number, change: object): void {
  const dimensions = raw['dimensions'] as { bands: object[] }[];
  Object.assign(dimensions[0]?.bands[at] as object, change);
}
