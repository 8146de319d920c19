import { describe, expect, test } from 'vitest';
import { readDay, readMonth } from '../written-day.ts';

describe('a day typed by hand', () => {
  test.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-1-2', '2026-01-02'],
    ['2026.11.20', '2026-11-20'],
    ['2026/11/20', '2026-11-20'],
    ['20261120', '2026-11-20'],
    [' 2026年11月20日 ', '2026-11-20'],
    ['２０２６－１１－２０', '2026-11-20'],
    ['2026-02-30', undefined],
    ['2026-13-01', undefined],
    ['2026-11', undefined],
    ['昨天', undefined],
    ['', undefined],
  ])('%s', (written, day) => expect(readDay(written)).toBe(day));
});

describe('a month typed by hand', () => {
  test.each([
    ['2026-11', '2026-11'],
    ['2026年5月', '2026-05'],
    ['202605', '2026-05'],
    ['2026-13', undefined],
    ['5月', undefined],
  ])('%s', (written, month) => expect(readMonth(written)).toBe(month));
});
