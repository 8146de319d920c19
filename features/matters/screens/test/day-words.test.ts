import { describe, expect, test } from 'vitest';
import { instantFrom, instantWords, localFrom } from '../day-words.ts';

const now = '2026-11-20T03:00:00.000Z';

describe('an instant as people say it in Beijing', () => {
  test.each([
    ['2026-11-25T09:00:00.000Z', '11月25日 17:00'],
    ['2026-11-24T16:00:00.000Z', '11月24日 24:00'],
    ['2026-11-25T15:59:59.999Z', '11月25日 24:00'],
    ['2026-11-25T15:59:00.000Z', '11月25日 23:59'],
    ['2026-12-31T16:00:00.000Z', '12月31日 24:00'],
    ['2027-01-04T01:05:00.000Z', '2027年1月4日 09:05'],
  ])('%s is %s', (at, words) => {
    expect(instantWords(at, now)).toBe(words);
  });
});

describe('an instant somebody picks', () => {
  test.each([
    ['2026-11-20T11:00', '2026-11-20T03:00:00.000Z'],
    ['2026-11-20T00:00', '2026-11-19T16:00:00.000Z'],
    ['2026-11-20', undefined],
    ['2026-13-20T11:00', undefined],
    ['', undefined],
  ])('%s is %s', (local, at) => {
    expect(instantFrom(local)).toBe(at);
    if (at) expect(localFrom(at)).toBe(local);
  });
});
