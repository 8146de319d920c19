import { describe, expect, test } from 'vitest';
import { forecastYear } from '../index.ts';

const even = (months: number, each: bigint) =>
  Array.from({ length: months }, (_, at) => each * BigInt(at + 1));

describe('the forecast of a year', () => {
  test.each([
    ['on plan, even: both say the plan', even(6, 100n), 600n, 1200n, 1200n, 1200n, 1200n, 1200n, 3],
    ['half of the plan, even', even(6, 50n), 600n, 1200n, 600n, 600n, 600n, 600n, 3],
    [
      'speeding up: the rate says more than the share',
      [10n, 20n, 30n, 130n, 230n, 330n],
      600n,
      1200n,
      ...([660n, 930n, 660n, 930n, 3] as const),
    ],
    [
      'standing still: the rate says what there is',
      [300n, 300n, 300n, 300n],
      400n,
      1200n,
      ...([900n, 300n, 300n, 900n, 3] as const),
    ],
    ['a plan heaped at the end of the year', even(6, 10n), 60n, 1200n, 1200n, 120n, 120n, 1200n, 3],
    ['nothing planned yet: only the rate', even(3, 10n), 0n, 1200n, null, 120n, 120n, 120n, 3],
    ['nothing planned at all', even(3, 10n), 0n, 0n, null, 120n, 120n, 120n, 3],
    ['January: the rate of one month', [40n], 100n, 1200n, 480n, 480n, 480n, 480n, 1],
    ['February: of two', [40n, 100n], 200n, 1200n, 600n, 600n, 600n, 600n, 2],
    ['a sum that fell for want of reports', [100n, 200n, 300n, 90n], 400n, 1200n, 270n, 90n, 90n, 270n, 3],
    ['December is what was done', [...even(11, 100n), 1150n], 1200n, 1200n, 1150n, 1150n, 1150n, 1150n, 3],
    ['nothing done', even(5, 0n), 500n, 1200n, 0n, 0n, 0n, 0n, 3],
    ['rounded half up to whole fen', [1n], 7n, 12n, 2n, 12n, 2n, 12n, 1],
  ])(
    '%s',
    (_title, actualToFen, planToMonthFen, planYearFen, byCompletionFen, byRateFen, lowFen, highFen, rateMonths) => {
      expect(forecastYear({ actualToFen, planToMonthFen, planYearFen })).toEqual({
        ...{ byCompletionFen, byRateFen, lowFen, highFen, rateMonths },
      });
    },
  );

  test('before the first month there is none', () => {
    expect(forecastYear({ actualToFen: [], planToMonthFen: 0n, planYearFen: 100n })).toBeUndefined();
  });
});
