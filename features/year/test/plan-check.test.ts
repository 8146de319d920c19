import { describe, expect, test } from 'vitest';
import { type CheckedPlan, checkPlan, liesInStop, type PlanCheckRules } from '../domain/plan-check.ts';

const wan = (n: number) => BigInt(n) * 1_000_000n;
const even = Array.from({ length: 12 }, () => wan(100));
const stop = { from: '12-01', to: '03-15', basis: '平台默认值' };
const rules: PlanCheckRules = {
  winterStop: stop,
  heaps: [
    { from: 10, to: 12, percent: 50, basis: '平台默认值' },
    { from: 12, to: 12, percent: 25, basis: '平台默认值' },
  ],
  zeroMonths: { inARow: 3, basis: '平台默认值' },
};
const aPlan = (more: Partial<CheckedPlan> = {}): CheckedPlan => ({
  ...{ category: '在建', plannedStart: null, totalFen: wan(5000), doneBeforeFen: wan(1000), year: 2023 },
  plan: { monthsFen: even, totalFen: wan(1200) },
  ...more,
});
const months = (...amounts: number[]) => Array.from({ length: 12 }, (_, at) => wan(amounts[at] ?? 0));
const planOf = (...amounts: number[]) => ({
  monthsFen: months(...amounts),
  totalFen: wan(amounts.reduce((sum, one) => sum + one, 0)),
});
const kinds = (plan: CheckedPlan, by = rules) => checkPlan(plan, by).map(({ kind }) => kind);

describe('a partial date against a winter stop from December to the middle of March', () => {
  test.each([
    ['2023-12-01', true],
    ['2023-11-30', false],
    ['2023-03-15', true],
    ['2023-03-16', false],
    ['2023-01', true],
    ['2023-03', false],
    ['2023-12', true],
    ['2023', false],
  ])('%s: %s', (partial, inside) => expect(liesInStop(partial, stop)).toBe(inside));

  test('a stop within one year', () => {
    expect(liesInStop('2023-01', { from: '01-01', to: '02-28', basis: '' })).toBe(true);
    expect(liesInStop('2024-02', { from: '01-01', to: '02-28', basis: '' })).toBe(false);
  });
});

describe('a plan is remarked upon', () => {
  const start = { category: '新开工', doneBeforeFen: null };
  test.each<[string, CheckedPlan, string[]]>([
    ['even months', aPlan(), []],
    ['a start in January', aPlan({ ...start, plannedStart: '2023-01' }), ['winter-start']],
    ['a start in May', aPlan({ ...start, plannedStart: '2023-05' }), []],
    ['a start of another year', aPlan({ ...start, plannedStart: '2024-01' }), []],
    ['a start of what is being built', aPlan({ plannedStart: '2023-01' }), []],
    [
      'exactly half in the fourth quarter',
      aPlan({ plan: planOf(0, 0, 0, 0, 10, 10, 10, 10, 10, 20, 20, 10) }),
      [],
    ],
    ['more than half in it', aPlan({ plan: planOf(0, 0, 0, 0, 10, 10, 10, 10, 10, 20, 21, 10) }), ['heaped']],
    [
      'a third in December alone',
      aPlan({ plan: planOf(0, 0, 0, 20, 0, 0, 20, 0, 0, 10, 0, 25) }),
      ['heaped'],
    ],
    [
      'three months in a row with nothing',
      aPlan({ plan: planOf(0, 0, 50, 50, 0, 0, 0, 50, 50) }),
      ['zero-months'],
    ],
    ['winter months with nothing', aPlan({ plan: planOf(0, 0, 10, 10, 10, 0, 0, 10, 10, 10, 10, 0) }), []],
    [
      'nothing before its start',
      aPlan({ ...start, plannedStart: '2023-08', plan: planOf(0, 0, 0, 0, 0, 0, 0, 20, 20, 10, 10, 10) }),
      [],
    ],
    ['more than what remains', aPlan({ doneBeforeFen: wan(3801) }), ['above-remaining']],
    ['all that remains', aPlan({ doneBeforeFen: wan(3800) }), []],
    ['one fen short', aPlan({ plan: { monthsFen: even, totalFen: wan(1200) - 1n } }), ['not-summing']],
    ['months without a year', aPlan({ plan: { monthsFen: even, totalFen: null } }), ['not-summing']],
    ['no plan', aPlan({ plan: null }), []],
    ['no month planned', aPlan({ plan: { monthsFen: Array(12).fill(null), totalFen: wan(1) } }), []],
  ])('%s', (_name, plan, found) => expect(kinds(plan)).toEqual(found));

  test('only by rules the city has', () => {
    const none: PlanCheckRules = { winterStop: null, heaps: [], zeroMonths: null };
    const odd = aPlan({
      ...start,
      plannedStart: '2023-01',
      plan: planOf(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 90),
    });
    expect(kinds(odd, none)).toEqual([]);
    expect(kinds(odd)).toEqual(['winter-start', 'heaped', 'heaped', 'zero-months']);
  });

  test('with its values, the rule and its basis', () => {
    expect(checkPlan(aPlan({ doneBeforeFen: wan(3801) }), rules)).toEqual([
      {
        kind: 'above-remaining',
        values: '年度计划 1,200万元，剩余投资 1,199万元，超出 1万元',
        rule: '年度计划不应超过总投资减以前年度完成',
        basis: '算术关系',
      },
    ]);
  });
});
