import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  nextPeriod,
  parsePeriod,
  periodContaining,
  periodKinds,
  periodName,
  previousPeriod,
} from '../period.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import { Refusal } from '../refusal.ts';
import { aDay } from './arbitraries.ts';

describe('codes, days and names', () => {
  test.each([
    ['2023-05-06', 'day', '2023-05-06', '2023-05-06', '2023年5月6日'],
    ['2023-05-X1', 'xun', '2023-05-01', '2023-05-10', '2023年5月上旬'],
    ['2023-05-X2', 'xun', '2023-05-11', '2023-05-20', '2023年5月中旬'],
    ['2023-05-X3', 'xun', '2023-05-21', '2023-05-31', '2023年5月下旬'],
    ['2024-02-X3', 'xun', '2024-02-21', '2024-02-29', '2024年2月下旬'],
    ['2023-W05', 'week', '2023-01-30', '2023-02-05', '2023年第5周'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03', '2020年第53周'],
    ['2025-W01', 'week', '2024-12-30', '2025-01-05', '2025年第1周'],
    ['2023-05', 'month', '2023-05-01', '2023-05-31', '2023年5月'],
    ['2023-Q2', 'quarter', '2023-04-01', '2023-06-30', '2023年第二季度'],
    ['2023-H1', 'half', '2023-01-01', '2023-06-30', '2023年上半年'],
    ['2023-H2', 'half', '2023-07-01', '2023-12-31', '2023年下半年'],
    ['2023', 'year', '2023-01-01', '2023-12-31', '2023年'],
  ] as const)('%s is a %s from %s to %s, %s', (code, kind, start, end, name) => {
    const period = parsePeriod(code);
    expect(period).toEqual({ kind, code, start, end });
    expect(periodName(period)).toBe(name);
  });

  test.each([
    '2023-X1',
    '2023-05-X4',
    '2023-W00',
    '2023-W53',
    '2023-Q5',
    '2023-H3',
    '2023-13',
    '0000',
    '23',
    '',
    '5月',
  ])('%s is no period', (code) => expect(() => parsePeriod(code)).toThrow(Refusal));
});

describe.each(periodKinds)('any %s', (kind) => {
  test('holds the day it was found by, and is found by each of its ends', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const period = periodContaining(kind, day);
        expect(period.start <= day && day <= period.end).toBe(true);
        expect(periodContaining(kind, period.start)).toEqual(period);
        expect(periodContaining(kind, period.end)).toEqual(period);
        expect(parsePeriod(period.code)).toEqual(period);
      }),
    );
  });

  test('touches its neighbours without gap or overlap, and next undoes previous', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const period = periodContaining(kind, day);
        expect(nextPeriod(period).start).toBe(addDays(period.end, 1));
        expect(previousPeriod(period).end).toBe(addDays(period.start, -1));
        expect(previousPeriod(nextPeriod(period))).toEqual(period);
        expect(nextPeriod(previousPeriod(period))).toEqual(period);
      }),
    );
  });

  test('every day of three years lies in exactly one', () => {
    const found = new Map<string, number>();
    let days = 0;
    for (let day: PlainDate = '2022-01-01'; day <= '2024-12-31'; day = addDays(day, 1)) {
      const { code } = periodContaining(kind, day);
      found.set(code, (found.get(code) ?? 0) + 1);
      days += 1;
    }
    expect([...found.values()].reduce((a, b) => a + b)).toBe(days);
    const inner = [...found].slice(1, -1);
    for (const [code, count] of inner) {
      const { start, end } = parsePeriod(code);
      expect(count).toBe((Date.parse(end) - Date.parse(start)) / 86_400_000 + 1);
    }
  });
});
