import { describe, expect, test } from 'vitest';
import { shorten } from '../domain/shorten.ts';

describe('a text for so many lines', () => {
  test.each([
    ['fits', '部分地块征收尚未完成', 1, '部分地块征收尚未完成'],
    ['is one paragraph', ' 一\n\n二　三\t四 ', 1, '一 二 三 四'],
    ['fills a line and no more', '甲'.repeat(30), 1, '甲'.repeat(30)],
    ['is cut at the first that does not fit', '甲'.repeat(31), 1, `${'甲'.repeat(28)}……`],
    ['takes two lines', '甲'.repeat(61), 2, `${'甲'.repeat(58)}……`],
    ['counts figures as narrower', '1'.repeat(50), 1, '1'.repeat(50)],
    [
      'ends without a blank before the mark',
      `${'甲'.repeat(27)} ${'乙'.repeat(9)}`,
      1,
      `${'甲'.repeat(27)}……`,
    ],
    ['may be nothing', '', 1, ''],
  ])('%s', (_title, text, lines, expected) => expect(shorten(text, lines)).toBe(expected));

  test('leaves room for what stands before it', () => {
    expect(shorten('甲'.repeat(30), 1, 5)).toBe(`${'甲'.repeat(23)}……`);
  });
});
