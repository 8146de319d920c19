import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  div,
  mul,
  parseDecimal,
  rational,
  roundHalfUp,
  sub,
  toDecimalText,
} from '../rational.ts';

const big = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const aFraction = fc
  .tuple(big, fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([num, den]) => rational(num, den));

describe('reading decimals', () => {
  test.each([
    ['12', 12n, 1n],
    ['-12.50', -25n, 2n],
    ['+3', 3n, 1n],
    ['.5', 1n, 2n],
    ['5.', 5n, 1n],
    ['1.2e-3', 3n, 2500n],
    ['1.5E3', 1500n, 1n],
    ['0.000', 0n, 1n],
    ['-0', 0n, 1n],
    ['12345678901234567890.1', 123456789012345678901n, 10n],
  ])('%s is %s/%s', (text, num, den) => expect(parseDecimal(text)).toEqual({ num, den }));

  test.each(['', '.', '-', '1,000', '1.2.3', '一', '1e', 'Infinity', 'NaN', '0x10', '1e999', '1 2', '1万'])(
    '“%s” is no decimal',
    (text) => expect(parseDecimal(text)).toBeUndefined(),
  );
});

describe('rounding', () => {
  test.each([
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [3n, 2n, 2n],
    [49n, 100n, 0n],
    [-51n, 100n, -1n],
    [0n, 1n, 0n],
  ])('%s/%s rounds to %s', (num, den, expected) => expect(roundHalfUp(rational(num, den))).toBe(expected));

  test.each([
    [1n, 3n, 2, '0.33'],
    [2n, 3n, 2, '0.67'],
    [-1n, 200n, 2, '-0.01'],
    [1n, 201n, 2, '0.00'],
    [-1n, 201n, 2, '0.00'],
    [5n, 2n, 0, '3'],
    [123456n, 10n, 1, '12345.6'],
  ])('%s/%s with %i digits is %s', (num, den, digits, expected) =>
    expect(toDecimalText(rational(num, den), digits)).toBe(expected),
  );
});

describe('arithmetic', () => {
  test('fractions are reduced and their denominator positive', () => {
    expect(rational(6, -4)).toEqual({ num: -3n, den: 2n });
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => div(rational(1), rational(0))).toThrow(RangeError);
  });

  test('subtraction undoes addition, division undoes multiplication, exactly', () => {
    fc.assert(
      fc.property(aFraction, aFraction, (a, b) => {
        expect(sub(add(a, b), b)).toEqual(a);
        if (b.num !== 0n) expect(div(mul(a, b), b)).toEqual(a);
        expect(compare(a, b)).toBe(sub(a, b).num < 0n ? -1 : sub(a, b).num > 0n ? 1 : 0);
      }),
    );
  });

  test('rounding moves by at most a half, and the same way on both sides of zero', () => {
    fc.assert(
      fc.property(aFraction, (r) => {
        const difference = sub(rational(roundHalfUp(r)), r);
        const size = difference.num < 0n ? -difference.num : difference.num;
        expect(2n * size <= difference.den).toBe(true);
        expect(roundHalfUp({ num: -r.num, den: r.den })).toBe(-roundHalfUp(r));
      }),
    );
  });

  test('reading undoes writing', () => {
    fc.assert(
      fc.property(big, fc.integer({ min: 0, max: 12 }), (num, digits) => {
        const value = rational(num, 10n ** BigInt(digits));
        expect(parseDecimal(toDecimalText(value, digits))).toEqual(value);
      }),
    );
  });
});
