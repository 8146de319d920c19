import { describe, expect, test } from 'vitest';
import { type Amounts, differencesOf, sumAmounts } from '../domain/amounts.ts';
import { nextPeriod } from '../domain/next-period.ts';
import {
  ensureExact,
  ensureFit,
  ensureOpenMonth,
  ensureSameGroups,
  ensureVerified,
  firstOpenMonth,
  type Standing,
} from '../domain/restructure.ts';

const amounts = (more: Partial<Amounts> = {}): Amounts => ({
  ...{ totalFen: 1000n, doneBeforeFen: 100n, planYearFen: 120n, reportedFen: 55n },
  monthsFen: Array.from({ length: 12 }, () => 10n),
  ...more,
});
const half: Amounts = {
  ...{ totalFen: 500n, doneBeforeFen: 50n, planYearFen: 60n, reportedFen: 27n },
  monthsFen: Array.from({ length: 12 }, () => 5n),
};
const words = ({ quantity, differenceFen }: { quantity: string; differenceFen: bigint }) =>
  `${quantity}:${differenceFen}`;
const code = (act: () => void) => {
  try {
    act();
    return 'fine';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a split is exact to the fen', () => {
  const one = { name: '一', ...half, reportedFen: 28n };
  const two = { name: '二', ...half };
  test.each<[string, Amounts, (Amounts & { name: string })[], string]>([
    ['parts that sum', amounts(), [one, two], 'fine'],
    ['one fen of the total missing', amounts({ totalFen: 1001n }), [one, two], 'structure.not_exact'],
    ['a fen too many reported', amounts({ reportedFen: 54n }), [one, two], 'structure.not_exact'],
    [
      'years that sum with months that do not',
      amounts({ planYearFen: 121n }),
      [one, two],
      'structure.not_exact',
    ],
    [
      'a month shifted',
      amounts({ monthsFen: [11n, 9n, ...Array.from({ length: 10 }, () => 10n)] }),
      [one, two],
      'structure.not_exact',
    ],
    ['one part only', amounts(), [{ name: '一', ...amounts() }], 'structure.too_few'],
    ['two of one name', amounts(), [one, { ...two, name: '一' }], 'structure.name_twice'],
    [
      'less than nothing',
      amounts(),
      [
        { ...one, totalFen: 1500n },
        { ...two, totalFen: -500n },
      ],
      'structure.negative',
    ],
    [
      'a blank and a nought',
      amounts({ doneBeforeFen: null }),
      [
        { ...one, doneBeforeFen: 0n },
        { ...two, doneBeforeFen: null },
      ],
      'fine',
    ],
  ])('%s', (_name, whole, parts, outcome) =>
    expect(code(() => ensureExact(whole, parts, words))).toBe(outcome),
  );

  test('every difference is named', () => {
    expect(differencesOf(amounts({ totalFen: 999n, reportedFen: null }), [one, two])).toEqual([
      { quantity: 'total', wholeFen: 999n, partsFen: 1000n, differenceFen: 1n },
      { quantity: 'reported', wholeFen: null, partsFen: 55n, differenceFen: 55n },
    ]);
  });

  test('what is joined is the sum of its parts, and parts of the sum differ by nothing', () => {
    const joined = sumAmounts([one, two, amounts({ doneBeforeFen: null })]);
    expect(joined).toMatchObject({
      totalFen: 2000n,
      doneBeforeFen: 100n,
      planYearFen: 240n,
      reportedFen: 110n,
    });
    expect(differencesOf(joined, [one, two, amounts({ doneBeforeFen: null })])).toEqual([]);
  });
});

const standing = (more: Partial<Standing> = {}): Standing => ({
  ...{ name: '甲', stageName: '在建', closed: false, inYear: true, year: 2023, apart: undefined },
  ...{ districtId: 'east', departmentIds: ['a', 'b'], category: '在建', lists: ['x', 'y'] },
  ...more,
});

describe('projects that become one', () => {
  test.each<[string, Partial<Standing>, string]>([
    ['of the same groups, in whatever order', { lists: ['y', 'x'], departmentIds: ['b', 'a'] }, 'fine'],
    ['of another district', { districtId: 'west' }, 'structure.differs'],
    ['of another department', { departmentIds: ['a'] }, 'structure.differs'],
    ['of another category', { category: '新开工' }, 'structure.differs'],
    ['on other lists', { lists: ['x'] }, 'structure.differs'],
  ])('%s', (_name, more, outcome) =>
    expect(code(() => ensureSameGroups([standing(), standing({ name: '乙', ...more })]))).toBe(outcome),
  );

  test.each<[string, Partial<Standing>, string]>([
    ['counted here', {}, 'fine'],
    ['counted elsewhere already', { apart: '已拆分' }, 'structure.counted_elsewhere'],
    ['completed', { closed: true }, 'structure.closed'],
    ['on no list of the year', { inYear: false }, 'structure.not_in_year'],
  ])('%s', (_name, more, outcome) => expect(code(() => ensureFit(standing(more)))).toBe(outcome));
});

describe('the month from which it holds', () => {
  test.each([
    ['nothing evaluated', undefined, '2023-06', '2023-01'],
    ['May evaluated', '2023-05', '2023-06', '2023-06'],
    ['December evaluated', '2023-12', '2024-01', '2024-01'],
  ] as const)('%s: first %s', (_name, latestLit, thisMonth, first) =>
    expect(firstOpenMonth({ latestLit, thisMonth })).toBe(first),
  );

  test.each([
    ['the month evaluated last', '2023-05', undefined, 'structure.month_evaluated'],
    ['the first open one', '2023-06', undefined, 'fine'],
    ['the next one', '2023-07', undefined, 'fine'],
    ['one further', '2023-08', undefined, 'structure.month_ahead'],
    ['one that was reported', '2023-06', '2023-06', 'structure.reported_already'],
    ['after the one reported', '2023-07', '2023-06', 'fine'],
  ] as const)('%s', (_name, fromMonth, month, outcome) => {
    const room = { latestLit: '2023-05', thisMonth: '2023-06', reported: [{ name: '甲', month }] } as const;
    expect(code(() => ensureOpenMonth(fromMonth, room))).toBe(outcome);
  });
});

describe('an adjustment approved on a day holds from the next period', () => {
  test.each([
    ['2023-07-01', 2023, undefined, '2023-08'],
    ['2023-07-31', 2023, '2023-06', '2023-08'],
    ['2022-12-20', 2023, undefined, '2023-01'],
    ['2022-11-20', 2023, undefined, '2023-01'],
  ] as const)('%s', (day, year, lit, month) => expect(nextPeriod(day, year, lit)).toBe(month));

  test('in December there is none left', () =>
    expect(code(() => nextPeriod('2023-12-01', 2023))).toBe('plan_window.no_period_left'));
});

describe('what was done to date is settled', () => {
  test.each([
    ['the month before verified', { month: '2023-05', owed: true, verifiedMonth: '2023-05' }, 'fine'],
    [
      'only the one before that',
      { month: '2023-05', owed: true, verifiedMonth: '2023-04' },
      'structure.month_not_verified',
    ],
    ['nothing owed', { month: '2023-05', owed: false, verifiedMonth: undefined }, 'fine'],
    ['from January on', { month: undefined, owed: true, verifiedMonth: undefined }, 'fine'],
  ] as const)('%s', (_name, one, outcome) =>
    expect(code(() => ensureVerified({ name: '甲', ...one }))).toBe(outcome),
  );
});
