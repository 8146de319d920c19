import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isPlainDate,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
  plainDate,
  todayInShanghai,
  weekdayOf,
  yearOf,
} from '../plain-date.ts';
import { Refusal } from '../refusal.ts';
import { aDay } from './arbitraries.ts';

describe('a day that does not exist is refused', () => {
  test.each([
    '2023-02-29',
    '2023-02-30',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '1900-02-29',
    '0000-01-01',
    '2023-1-1',
    '20230101',
    ' 2023-01-01',
    '2023-01-01T00:00',
    '',
  ])('%s', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(Refusal);
  });

  test.each(['2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01', '9999-12-31'])(
    'but %s exists',
    (text) => {
      expect(plainDate(text)).toBe(text);
    },
  );
});

describe('reckoning with days', () => {
  test.each([
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-01-01', -1, '2022-12-31'],
    ['2023-12-31', 366, '2024-12-31'],
    ['0099-12-31', 1, '0100-01-01'],
  ] as const)('%s plus %i days is %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected));

  test.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2023-11-15', 3, '2024-02-15'],
    ['2023-01-15', -13, '2021-12-15'],
  ] as const)('%s plus %i months is %s', (day, months, expected) =>
    expect(addMonths(day, months)).toBe(expected),
  );

  test.each([
    ['2023-05-01', 1],
    ['2023-05-06', 6],
    ['2023-05-07', 7],
    ['1969-12-31', 3],
    ['1970-01-01', 4],
  ] as const)('%s is weekday %i', (day, weekday) => expect(weekdayOf(day)).toBe(weekday));

  test('parts of a day', () => {
    expect([yearOf('2024-02-10'), monthOf('2024-02-10'), lastDayOfMonth('2024-02-10')]).toEqual([
      2024,
      '2024-02',
      '2024-02-29',
    ]);
  });

  test('the day changes in Shanghai at 16:00 UTC', () => {
    expect(todayInShanghai(new Date('2023-05-05T15:59:59Z'))).toBe('2023-05-05');
    expect(todayInShanghai(new Date('2023-05-05T16:00:00Z'))).toBe('2023-05-06');
  });

  test('any day: adding and counting agree, text order is time order, weeks return', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        const other = addDays(day, days);
        expect(daysBetween(day, other)).toBe(days);
        expect(other < day).toBe(days < 0);
        expect(weekdayOf(addDays(other, 7))).toBe(weekdayOf(other));
        expect(new Date(`${other}T00:00:00Z`).toISOString().slice(0, 10)).toBe(other);
        expect(weekdayOf(other)).toBe(new Date(`${other}T00:00:00Z`).getUTCDay() || 7);
      }),
    );
  });

  test('any day: the month after begins the day after the month ends', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const first = `${monthOf(day)}-01` as PlainDate;
        expect(addDays(lastDayOfMonth(day), 1)).toBe(addMonths(first, 1));
      }),
    );
  });
});
