import { describe, expect, test } from 'vitest';
import { happenedSince, lastNumber } from '../page/happened-since.ts';
import { askedIn, drillIn, searchOf } from '../statistics/asked.ts';
import { shareText } from '../statistics/share-text.ts';
import { seatOnly } from '../wall/without-names.ts';

describe('what happened while somebody was typing', () => {
  const timeline = [{ number: 5 }, { number: 4 }, { number: 2 }, { number: 1 }];
  test.each([
    [4, [5]],
    [2, [4, 5]],
    [5, []],
    [0, [1, 2, 4, 5]],
  ])('after %i is told in its order', (seen, told) => {
    expect(happenedSince(timeline, seen).map(({ number }) => number)).toEqual(told);
  });
  test('is counted from the last thing seen, or from nothing', () => {
    expect(lastNumber(timeline)).toBe(5);
    expect(lastNumber([])).toBe(0);
  });
});

describe('a share', () => {
  test.each([
    [{ part: 7, of: 8, percent: 87.5 }, '87.5（7/8）'],
    [{ part: 3, of: 3, percent: 100 }, '100.0（3/3）'],
    [{ part: 0, of: 4, percent: 0 }, '0.0（0/4）'],
    [{ part: 0, of: 0, percent: null }, '—'],
  ])('%j reads %s', (share, text) => {
    expect(shareText(share)).toBe(text);
  });
});

describe('the statistics in the address', () => {
  test('are of this year up to today where nothing is said', () => {
    expect(askedIn('', '2026-11-20')).toMatchObject({ from: '2026-01-01', to: '2026-11-20', by: 'kind' });
  });
  test('keep whose figure is looked into', () => {
    const asked = askedIn('from=2026-02-01&by=unit&kinds=problem&kinds=task', '2026-11-20');
    const search = searchOf(asked, { measure: 'late', of: 'none' });
    expect(askedIn(search, '2027-01-01')).toEqual(asked);
    expect(drillIn(search)).toEqual({ measure: 'late', of: 'none' });
    expect(drillIn(searchOf(asked, { measure: 'opened', of: undefined }))?.of).toBeUndefined();
    expect(drillIn('measure=anything')).toBeUndefined();
  });
});

describe('whose move it is, in a meeting', () => {
  test.each([
    ['市住建局（牵头单位）', '牵头单位'],
    ['某某公司（中国）（提出人）', '提出人'],
    ['市发展改革委', '市发展改革委'],
  ])('%s is shown as %s', (turn, seat) => {
    expect(seatOnly(turn)).toBe(seat);
  });
});
