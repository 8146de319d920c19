import { describe, expect, test } from 'vitest';
import { loadPack, packDirs, sectionOf } from '#pack';
import { reconcile } from '../domain/reconcile.ts';
import { ensureSensible, type IndicatorKind, type TargetLine, targetTo } from '../domain/target.ts';
import { lightsSection, targetsSection, wholeCity } from '../index.ts';

const east = { kind: 'district' as const, id: 'east' };
const west = { kind: 'district' as const, id: 'west' };
const works = { kind: 'department' as const, id: 'works' };
const months = (...first: number[]) => Array.from({ length: 12 }, (_, at) => BigInt(first[at] ?? 0));

function aLine(party: TargetLine['party'], value: number | null, more: Partial<TargetLine> = {}): TargetLine {
  return { party, value: value === null ? null : BigInt(value), base: null, months: null, ...more };
}

const says = (
  kind: IndicatorKind,
  lines: readonly TargetLine[],
  { departmentsSum = false, districts = [east, west] } = {},
) =>
  reconcile({ kind, departmentsSum }, lines, districts)
    .filter(({ what }) => what !== 'no-months')
    .map(({ what, party, month, difference }) => [what, party.id, month, difference?.toString() ?? null]);

describe('amounts and counts', () => {
  test.each<[string, TargetLine[], unknown[]]>([
    ['districts that make up the city', [aLine(wholeCity, 100), aLine(east, 60), aLine(west, 40)], []],
    [
      'districts that fall short',
      [aLine(wholeCity, 100), aLine(east, 60), aLine(west, 30)],
      [['districts', 'city', null, '10']],
    ],
    [
      'districts that exceed the city',
      [aLine(wholeCity, 100), aLine(east, 60), aLine(west, 50)],
      [['districts', 'city', null, '-10']],
    ],
    ['nothing broken down', [aLine(wholeCity, 100)], [['not-broken-down', 'city', null, null]]],
    [
      'a district without a target',
      [aLine(wholeCity, 100), aLine(east, 100)],
      [['missing-district', 'west', null, null]],
    ],
    [
      'a district whose target was taken back',
      [aLine(wholeCity, 100), aLine(east, 100), aLine(west, null)],
      [['missing-district', 'west', null, null]],
    ],
    ['no target of the city to compare with', [aLine(east, 60)], []],
    [
      'months that do not make up the year',
      [aLine(wholeCity, 100, { months: months(30, 69) }), aLine(east, 60), aLine(west, 40)],
      [['months', 'city', null, '1']],
    ],
    [
      'a month in which districts and city differ, though every year agrees',
      [
        aLine(wholeCity, 10, { months: months(5, 5) }),
        aLine(east, 6, { months: months(4, 2) }),
        aLine(west, 4, { months: months(0, 4) }),
      ],
      [
        ['districts-month', 'city', 1, '1'],
        ['districts-month', 'city', 2, '-1'],
      ],
    ],
  ])('%s', (_, lines, expected) => expect(says('amount', lines)).toEqual(expected));

  test('departments need to make up the city only where the pack says so', () => {
    const lines = [aLine(wholeCity, 100), aLine(east, 60), aLine(west, 40), aLine(works, 70)];
    expect(says('count', lines)).toEqual([]);
    expect(says('count', lines, { departmentsSum: true })).toEqual([['departments', 'city', null, '30']]);
  });

  test('whoever has no months is told apart from whoever has wrong ones', () => {
    const found = reconcile({ kind: 'amount', departmentsSum: false }, [aLine(wholeCity, 100)], []);
    expect(found.map(({ what }) => what)).toEqual(['not-broken-down', 'no-months']);
  });
});

describe('growth', () => {
  const based = (party: TargetLine['party'], percent: number, base: number, more = {}) =>
    aLine(party, percent * 100, { base: BigInt(base), ...more });

  test.each<[string, TargetLine[], unknown[]]>([
    [
      'districts whose amounts give the growth of the city',
      [based(wholeCity, 12, 1000), based(east, 15, 400), based(west, 10, 600)],
      [],
    ],
    [
      'equal weights would agree, last year’s amounts do not',
      [based(wholeCity, 12, 1000), based(east, 14, 800), based(west, 10, 200)],
      [['districts', 'city', null, '-120']],
    ],
    [
      'last year’s amounts that do not make up the city',
      [based(wholeCity, 12, 1000), based(east, 12, 400), based(west, 12, 500)],
      [['bases', 'city', null, '100']],
    ],
    [
      'a base that nobody gave',
      [based(wholeCity, 12, 1000), based(east, 12, 400), aLine(west, 1200)],
      [['no-base', 'west', null, null]],
    ],
    [
      'a December that is not the year',
      [
        based(wholeCity, 12, 1000, { months: months(800, 900, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1100) }),
        based(east, 12, 400),
        based(west, 12, 600),
      ],
      [['months', 'city', null, '100']],
    ],
  ])('%s', (_, lines, expected) => expect(says('growth', lines)).toEqual(expected));
});

test.each<[IndicatorKind, string, string | null]>([
  ['amount', '2023-01', '10'],
  ['amount', '2023-03', '30'],
  ['count', '2023-12', '30'],
  ['growth', '2023-01', '10'],
  ['growth', '2023-03', '15'],
])('%s to be reached by %s is %s', (kind, month, expected) => {
  const line = aLine(wholeCity, 30, { months: months(10, 5, 15) });
  expect(targetTo(kind, line, month as '2023-01')?.toString() ?? null).toBe(expected);
  expect(targetTo(kind, aLine(wholeCity, 30), month as '2023-01')).toBeNull();
});

test.each<[IndicatorKind, Partial<TargetLine>, string | undefined]>([
  ['amount', { value: -1n }, 'target.value_wrong'],
  ['amount', { value: 0n }, undefined],
  ['growth', { value: -500n }, undefined],
  ['growth', { value: -10_001n }, 'target.value_wrong'],
  ['count', { value: 1n, base: 1n }, 'target.base_only_growth'],
  ['count', { months: months(1) }, 'target.months_without_year'],
])('%s with %o: %s', (kind, more, code) => {
  const work = () => ensureSensible(kind, aLine(wholeCity, null, more), '全市');
  if (code) expect(work).toThrowError(expect.objectContaining({ code }));
  else expect(work).not.toThrow();
});

test.each(['dalian', 'lishui'])('every indicator of %s tells what it counts and what it rests on', (id) => {
  const { indicators } = sectionOf(loadPack(packDirs(id), [lightsSection, targetsSection]), targetsSection);
  expect(indicators.length).toBeGreaterThan(3);
  for (const one of indicators) {
    expect(one[one.achievedBy]?.caliber).toBeTruthy();
    expect(one.basis).toMatch(/^([A-Z]{2}\d{2}-|平台默认值)/);
    if (one.atLeast !== undefined) expect(one).toMatchObject({ kind: 'growth', atLeast: 1200n });
  }
});
