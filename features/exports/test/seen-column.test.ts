import { describe, expect, test } from 'vitest';
import { kindOf, numberOf } from '../domain/seen-column.ts';

describe('a column of a table on the screen', () => {
  test.each([
    ['amounts with separators', ['12,500', '3.25', '—'], true, { kind: 'number', digits: 2 }],
    ['percentages', ['93.1%', '-2%', ''], true, { kind: 'percent', digits: 1 }],
    ['amounts and words', ['12,500', '未报'], true, { kind: 'text' }],
    ['percentages and amounts', ['93.1%', '12'], true, { kind: 'text' }],
    ['what stands to the left', ['2023', '2024'], false, { kind: 'text' }],
    ['nothing', ['—', ''], true, { kind: 'text' }],
    ['a number with its separators in wrong places', ['1,2500'], true, { kind: 'text' }],
  ] as const)('of %s', (_what, cells, isNumber, kind) => expect(kindOf(cells, isNumber)).toEqual(kind));

  test.each([
    ['12,500.5', 12_500.5],
    ['-3', -3],
    ['93.1%', 0.931],
    ['—', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, value) => expect(numberOf(text)).toBe(value));
});
