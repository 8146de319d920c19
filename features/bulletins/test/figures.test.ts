import { describe, expect, test } from 'vitest';
import { printBothPlans } from '../domain/both-plans.ts';
import type { FigureRow } from '../domain/figures.ts';
import { type MonthMaterial, makeFigures } from '../domain/make-figures.ts';
import { endsOf } from '../domain/ranking.ts';
import { valuesOf } from '../domain/values.ts';
import { aRow } from './a-row.ts';

const districts = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `${id}区`, ranked: id !== 'd' }));

function figuresOf(rows: readonly FigureRow[], previous: readonly FigureRow[] | null = null) {
  const material: MonthMaterial = {
    ...{ cityId: 1, city: '试市', month: '2023-05', evaluatedOn: '2023-06-10', apart: 2, rows, districts },
    rules: { id: 'r', number: 1, name: '规则', basis: '平台默认值' },
    timeProgress: '41.7',
    categories: [{ id: 'building', name: '在建' }],
    lists: [{ id: 'key', name: '重点' }],
    previous: previous && { month: '2023-04', from: 'lights', rows: previous },
  };
  return makeFigures(material);
}

describe('the figures of a month', () => {
  test('count lights and reports, sum amounts, and say completion over all and over those that reported', () => {
    const { total } = figuresOf([
      aRow({ plan: 100, actual: 90 }),
      aRow({ plan: 100, actual: 30, light: 'red' }),
      aRow({ plan: 200, actual: null, light: 'grey' }),
    ]);
    expect(total).toEqual({
      ...{ projects: 3, reported: 2, lights: { green: 1, yellow: 0, red: 1, grey: 1 }, before: null },
      ...{ planFen: '400000000', planYearFen: '3600000000', actualFen: '120000000' },
      ...{ completion: '30.0', reportedCompletion: '60.0', plannedProgress: '11.1', actualProgress: '3.3' },
    });
  });

  test('without a plan have no completion', () => {
    expect(figuresOf([aRow({ plan: 0, actual: 5 })]).total.completion).toBeNull();
  });

  test('name what turned red, whatever it was before, and what no longer is', () => {
    const lights = [
      ['red', 'red'],
      ['green', 'red'],
      ['grey', 'red'],
      [null, 'red'],
      ['red', 'yellow'],
      ['green', 'green'],
    ] as const;
    const rows = lights.map(([, light]) => aRow({ light }));
    const then = rows.flatMap((row, at) => {
      const light = lights[at]?.[0];
      return light ? [{ ...row, light }] : [];
    });
    const figures = figuresOf(rows, then);
    expect(figures.newlyRed).toEqual([rows[1], rows[2], rows[3]].map((row) => row?.projectId));
    expect(figures.noLongerRed).toEqual([rows[4]?.projectId]);
    expect(figures.total.before).toEqual({ green: 2, yellow: 0, red: 2, grey: 1 });
  });

  test('of the first month evaluated say that nothing can be compared', () => {
    const figures = figuresOf([aRow({ light: 'red' })]);
    expect(figures).toMatchObject({ newlyRed: [], previousMonth: null });
    expect(valuesOf(figures).get('新转红灯数')).toContain('无法比较');
    expect(valuesOf(figures).get('红灯变化')).toBe('上月没有亮灯数据');
  });

  test('list red projects by what they lack, at most ten, an unreported one lacking its whole plan', () => {
    const rows = Array.from({ length: 12 }, (_, at) => aRow({ light: 'red', plan: 100, actual: at }));
    const silent = aRow({ light: 'red', plan: 300, actual: null });
    const { furthestBehind, missing } = figuresOf([...rows, silent]);
    expect(furthestBehind).toHaveLength(10);
    expect(furthestBehind.slice(0, 2)).toEqual([silent.projectId, rows[0]?.projectId]);
    expect(missing).toEqual([silent.projectId]);
  });

  test('rank districts by completion, equals sharing a rank; the city itself and the unplanned have none', () => {
    const rows = [
      aRow({ districtId: 'a', actual: 50 }),
      aRow({ districtId: 'b', actual: 50 }),
      aRow({ districtId: 'c', plan: 0 }),
      aRow({ districtId: 'd', actual: 100 }),
    ];
    const then = [aRow({ districtId: 'a', actual: 10 }), aRow({ districtId: 'b', actual: 20 })];
    const ranking = figuresOf(rows, then).ranking.map(({ id, rank, previousRank }) => [
      id,
      rank,
      previousRank,
    ]);
    expect(ranking).toEqual([
      ['a', 1, 2],
      ['b', 1, 1],
      ['c', null, null],
    ]);
  });
});

test.each([
  [1, 0],
  [2, 1],
  [5, 2],
  [9, 3],
])('of %i ranked districts %i stand at either end', (n, each) => {
  const ranking = Array.from({ length: n }, (_, at) => ({
    ...{ id: String(at), name: `${at}区`, completion: '1.0', rank: at + 1, previousRank: null },
  }));
  const { first, last } = endsOf(ranking);
  expect([first.length, last.length]).toEqual([each, each]);
  expect(first.some(({ id }) => last.some((one) => one.id === id))).toBe(false);
});

describe('plans changed in the middle of the year', () => {
  const wan = (n: number) => `${BigInt(n) * 1_000_000n}` as const;
  const original = { planFen: wan(500), planYearFen: wan(1200) };
  const rows = [
    { ...aRow({ plan: 400, actual: 300, original }), planYearFen: wan(900) },
    aRow({ plan: 100, actual: 100, districtId: 'b' }),
  ];

  test('stand beside the original ones, for the city and for districts with a change', () => {
    const { plans } = figuresOf(rows);
    const changed = {
      ...{ revised: 1, originalFen: wan(500), originalYearFen: wan(1200) },
      ...{ planFen: wan(400), planYearFen: wan(900), originalCompletion: '60.0', completion: '75.0' },
    };
    expect(plans?.districts).toEqual([{ id: 'a', name: 'a区', ...changed }]);
    expect(plans?.total).toMatchObject({
      ...{ revised: 1, originalFen: wan(600), originalYearFen: wan(2400), planFen: wan(500) },
      ...{ planYearFen: wan(2100), originalCompletion: '66.7', completion: '80.0' },
    });
    expect(valuesOf(figuresOf(rows)).get('原全年计划')).toBe('0.24亿元');
  });

  test('print a sentence and a table; without any change nothing is there that was not before', () => {
    const table = printBothPlans(figuresOf(rows).plans!, (name) => name).at(-1);
    expect(table).toMatchObject({
      kind: 'table',
      rows: [
        ['全市', '1', '0.24', '0.21', '0.06', '0.05', '66.7%', '80.0%'],
        ['a区', '1', '0.12', '0.09', '0.05', '0.04', '60.0%', '75.0%'],
      ],
    });
    const same = figuresOf([aRow(), aRow()]);
    expect('plans' in same).toBe(false);
    expect(same.rows.some((row) => 'original' in row)).toBe(false);
    expect(valuesOf(same).has('原全年计划')).toBe(false);
  });
});
