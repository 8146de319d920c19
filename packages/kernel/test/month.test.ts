import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addToMonth,
  firstDayOf,
  isMonth,
  lastDayOf,
  month,
  monthNumber,
  monthOfYear,
  monthsBetween,
  monthText,
  yearOfMonth,
} from '../month.ts';
import { monthOf } from '../plain-date.ts';
import { Refusal } from '../refusal.ts';
import { aDay } from './arbitraries.ts';

describe('months', () => {
  test('are said without the nought', () => {
    expect(['2023-05', '2023-12'].map(monthText)).toEqual(['2023年5月', '2023年12月']);
  });

  test.each(['2023-00', '2023-13', '2023-1', '0000-01', '2023', '2023-05-01', ''])('%s is none', (text) => {
    expect(isMonth(text)).toBe(false);
    expect(() => month(text)).toThrow(Refusal);
  });

  test.each([
    ['2023-12', 1, '2024-01'],
    ['2023-01', -1, '2022-12'],
    ['2023-05', 0, '2023-05'],
    ['2023-05', -29, '2020-12'],
  ] as const)('%s plus %i is %s', (from, n, expected) => {
    expect(addToMonth(from, n)).toBe(expected);
    expect(monthsBetween(from, expected)).toBe(n);
  });

  test('parts and days', () => {
    expect(monthOfYear(2023, 2)).toBe('2023-02');
    expect([yearOfMonth('2023-02'), monthNumber('2023-02')]).toEqual([2023, 2]);
    expect([firstDayOf('2024-02'), lastDayOf('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
    expect(() => monthOfYear(2023, 13)).toThrow(Refusal);
  });

  test('any two: counting undoes adding', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -500, max: 500 }), (day, n) => {
        expect(monthsBetween(monthOf(day), addToMonth(monthOf(day), n))).toBe(n);
      }),
    );
  });
});
