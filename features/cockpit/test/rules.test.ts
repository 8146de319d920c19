import { describe, expect, test } from 'vitest';
import { readPack } from '#pack';
import { packSections } from '../../../apps/program/pack-sections.ts';
import { cockpitSection } from '../cockpit-section.ts';
import { byUrgency, type ImportanceRule, mayBeOutrun, weightOf } from '../domain/importance.ts';
import { importanceWords } from '../domain/importance-words.ts';
import { placesOf } from '../domain/ranking.ts';
import { daysRed } from '../domain/red-run.ts';

const yi = 10_000_000_000n;
const rule: ImportanceRule = {
  ...{ basis: '平台默认值', otherwise: 1 },
  totals: [
    { fromFen: 50n * yi, weight: 3 },
    { fromFen: 10n * yi, weight: 2 },
  ],
  lists: [{ list: 'key', weight: 5 }],
};

describe('importance', () => {
  test.each([
    ['nothing known', null, [], 1],
    ['below every border', 10n * yi - 1n, [], 1],
    ['on the lower border', 10n * yi, [], 2],
    ['on the upper border', 50n * yi, ['other'], 3],
    ['of several the greatest', 50n * yi, ['key'], 5],
    ['by list alone', null, ['other', 'key'], 5],
  ] as const)('%s', (_title, totalFen, lists, weight) =>
    expect(weightOf(rule, { totalFen, lists })).toBe(weight),
  );

  test('reads in words, the greatest first', () => {
    expect(importanceWords(rule, () => '市级重点')).toEqual([
      ...['市级重点清单×5', '总投资≥50亿元×3', '总投资≥10亿元×2', '其他×1'],
    ]);
    expect(importanceWords({ ...rule, totals: [], lists: [] }, String)).toEqual(['所有项目×1']);
  });
});

describe('the most urgent', () => {
  const one = (subjectId: string, shortfallFen: bigint, totalFen: bigint | null = null) => ({
    ...{ subjectId, shortfallFen, totalFen, lists: [] },
  });
  test('stand by importance × shortfall, equals by shortfall and then always alike', () => {
    const order = byUrgency(rule, [
      ...[one('d', 100n), one('c', 100n), one('a', 50n, 10n * yi), one('b', 40n, 50n * yi), one('e', 0n)],
    ]);
    expect(order.map(({ subjectId }) => subjectId)).toEqual(['b', 'c', 'd', 'a', 'e']);
  });

  test('are read on for while one not read could still come before them', () => {
    const chosen = byUrgency(rule, [one('a', 100n)]);
    expect(mayBeOutrun(rule, chosen, 21n)).toBe(true);
    expect(mayBeOutrun(rule, chosen, 20n)).toBe(false);
    expect(mayBeOutrun(rule, [], 0n)).toBe(true);
  });
});

test('equal completion shares a place, the next is skipped, without a plan there is none', () => {
  const group = (id: string, planFen: bigint, actualFen: bigint) => ({ id, planFen, actualFen });
  const places = placesOf([
    ...[group('a', 100n, 50n), group('b', 200n, 100n), group('c', 10n, 9n), group('d', 0n, 5n)],
    group('e', 100n, 10n),
  ]);
  expect([...places]).toEqual([
    ...([['a', 2] as const, ['b', 2] as const, ['c', 1] as const, ['e', 4] as const] as const),
  ]);
});

describe('days red', () => {
  const month = (at: string, overall: 'red' | 'green' | null, firstRedOn: string | null = null) =>
    ({ month: at, overall, firstRedOn }) as Parameters<typeof daysRed>[0][number];
  test.each([
    ['the first month', [month('2023-05', 'red', '2023-06-10')], 10],
    [
      'the second month in a row',
      [month('2023-05', 'red', '2023-06-10'), month('2023-04', 'red', '2023-05-10')],
      41,
    ],
    [
      'red again after a month that was not',
      [
        month('2023-05', 'red', '2023-06-10'),
        month('2023-04', 'green'),
        month('2023-03', 'red', '2023-04-10'),
      ],
      10,
    ],
    ['not red', [month('2023-05', 'green'), month('2023-04', 'red', '2023-05-10')], null],
    ['never lit', [], null],
  ])('%s', (_title, months, days) => expect(daysRed(months, '2023-06-20')).toBe(days));
});

test('the pack is read with its borders, and what is no amount is named with its line', () => {
  const dir = new URL('../../../packs/china', import.meta.url).pathname;
  const { pack } = readPack([dir], [...packSections]);
  expect(pack.sections.get(cockpitSection.id)).toEqual({
    importance: {
      ...{ basis: '平台默认值', otherwise: 1, lists: [] },
      totals: [
        { fromFen: 50n * yi, weight: 3 },
        { fromFen: 10n * yi, weight: 2 },
      ],
    },
  });
});
