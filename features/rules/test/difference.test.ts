import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, linesOf } from '../domain/difference.ts';

const told = (before: string, after: string) =>
  difference([...before], [...after]).map(
    ({ kind, text }) => ({ same: '=', added: '+', removed: '-', gap: '…' })[kind] + text,
  );

describe('a difference', () => {
  test.each([
    ['abc', 'abc', []],
    ['', 'ab', ['+a', '+b']],
    ['ab', '', ['-a', '-b']],
    ['abc', 'axc', ['=a', '-b', '+x', '=c']],
    ['abcdefghij', 'abcdefghiX', ['…', '=g', '=h', '=i', '-j', '+X']],
    ['Xbcdefghij', 'Ybcdefghij', ['-X', '+Y', '=b', '=c', '=d', '…']],
  ])('of %s and %s', (before, after, expected) => expect(told(before, after)).toEqual(expected));

  test('leads from the one to the other, whatever they are', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const found = difference(before, after);
        const lineOf = (number: number | null, of: readonly string[]) =>
          number === null || of[number - 1] !== undefined;
        for (const { kind, text, before: was, after: is } of found) {
          expect(lineOf(was, before) && lineOf(is, after)).toBe(true);
          if (was !== null) expect(before[was - 1]).toBe(text);
          if (is !== null) expect(after[is - 1]).toBe(text);
          expect([kind === 'added', kind === 'removed']).toEqual([
            was === null && is !== null,
            was !== null && is === null,
          ]);
        }
        const removed = new Set(found.filter(({ kind }) => kind === 'removed').map((one) => one.before));
        const added = new Set(found.filter(({ kind }) => kind === 'added').map((one) => one.after));
        const left = (of: readonly string[], gone: ReadonlySet<number | null>) =>
          of.filter((_, at) => !gone.has(at + 1));
        expect(left(before, removed)).toEqual(left(after, added));
      }),
    );
  });

  test('takes line ends of every kind', () => {
    expect(linesOf('甲\r\n乙\n')).toEqual(['甲', '乙']);
    expect(linesOf(null)).toEqual([]);
  });
});
