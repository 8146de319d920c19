import { expect, test } from 'vitest';
import { todayInShanghai } from '#kernel/plain-date';
import { clockFrom } from '../clock.ts';

test('a day that was set starts now and passes at midnight in Shanghai', () => {
  let real = new Date('2026-11-20T15:59:00Z');
  const clock = clockFrom('2023-06-10', () => real);
  expect(todayInShanghai(clock())).toBe('2023-06-10');
  real = new Date('2026-11-20T16:01:00Z');
  expect(todayInShanghai(clock())).toBe('2023-06-11');
});

test('without a day the clock is the real one', () => {
  const real = new Date('2026-11-20T00:00:00Z');
  expect(clockFrom(undefined, () => real)()).toBe(real);
});
