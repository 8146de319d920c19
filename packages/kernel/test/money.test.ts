import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fenFromDecimal,
  fenFromNumber,
  fenPer,
  formatMoney,
  isMoneyUnit,
  moneyUnits,
  parseMoney,
} from '../money.ts';
import { parseDecimal, rational } from '../rational.ts';

describe('into fen', () => {
  test.each([
    ['1', '元', 100n],
    ['1', '千元', 100_000n],
    ['1', '万元', 1_000_000n],
    ['1', '百万元', 100_000_000n],
    ['1', '千万元', 1_000_000_000n],
    ['1', '亿元', 10_000_000_000n],
    ['0.005', '元', 1n],
    ['0.0049', '元', 0n],
    ['-0.005', '元', -1n],
    ['1234.5678', '万元', 1_234_567_800n],
  ] as const)('%s%s is %s fen', (text, unit, fen) =>
    expect(fenFromDecimal(parseDecimal(text) ?? rational(0), unit)).toBe(fen),
  );

  test.each([
    [3.300000000000001, '万元', 3_300_000n],
    [0.1 + 0.2, '亿元', 3_000_000_000n],
    [1e21, '元', 100_000_000_000_000_000_000_000n],
    [-12.5, '万元', -12_500_000n],
    [0, '亿元', 0n],
  ] as const)('the spreadsheet number %d %s is %s fen', (number, unit, fen) =>
    expect(fenFromNumber(number, unit)).toBe(fen),
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is no amount', (number) =>
    expect(() => fenFromNumber(number, '万元')).toThrow(RangeError),
  );
});

describe('printing', () => {
  test.each([
    [123_456_789_000_000n, '万元', undefined, '123,456,789'],
    [1_234_500_000n, '万元', undefined, '1,234.5'],
    [-1_234_500_000n, '万元', undefined, '-1,234.5'],
    [1n, '万元', undefined, '0.000001'],
    [0n, '万元', undefined, '0'],
    [1_000_000n, '万元', 2, '1.00'],
    [1_234_567_890_000n, '亿元', undefined, '123.46'],
    [4_999_999n, '亿元', undefined, '0.00'],
    [123_450n, '元', undefined, '1,234.5'],
    [99_999_950_000n, '万元', 0, '100,000'],
  ] as const)('%s fen in %s with %s digits is %s', (fen, unit, digits, text) =>
    expect(formatMoney(fen, unit, digits)).toBe(text),
  );

  test('any amount in any unit reads back as it was', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.constantFrom(...moneyUnits),
        (fen, unit) => {
          expect(parseMoney(formatMoney(fen, unit, 10), unit)).toBe(fen);
          if (unit !== '亿元') expect(parseMoney(formatMoney(fen, unit), unit)).toBe(fen);
        },
      ),
    );
  });
});

test('units are the six, and nothing that an object happens to have', () => {
  expect(moneyUnits.map(fenPer)).toEqual([100n, 10n ** 5n, 10n ** 6n, 10n ** 8n, 10n ** 9n, 10n ** 10n]);
  expect([isMoneyUnit('亿元'), isMoneyUnit('toString'), isMoneyUnit('美元')]).toEqual([true, false, false]);
});
