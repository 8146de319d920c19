import { describe, expect, test } from 'vitest';
import { canonicalHash, canonicalJson, numbered } from '../index.ts';
import { chineseNumber } from '../numbering.ts';

describe('the canonical spelling', () => {
  test.each([
    [{ b: 1, a: [true, null, '市'] }, '{"a":[true,null,"市"],"b":1}'],
    [{ fen: 12345678901234567890n, none: undefined }, '{"fen":"12345678901234567890"}'],
    [[{ z: 1, 甲: 2, a: 3 }], '[{"a":3,"z":1,"甲":2}]'],
  ])('%#', (value, text) => expect(canonicalJson(value)).toBe(text));

  test('refuses a fraction, which has no one spelling', () => {
    expect(() => canonicalJson({ share: 0.1 })).toThrow('not a whole number');
  });

  test('is known by its SM3', () => {
    // GB/T 32905-2016, A.1
    expect(canonicalHash('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });
});

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
])('%i is counted %s', (n, text) => expect(chineseNumber(n)).toBe(text));

test('headings count by level and start anew below a higher one', () => {
  const levels = [1, 2, 2, 3, 4, 4, 1, 2, 3] as const;
  const blocks = levels.map((level) => ({ kind: 'heading', level, text: '' }) as const);
  const texts = numbered(blocks).map((block) => (block.kind === 'heading' ? block.text : ''));
  expect(texts).toEqual(['一、', '（一）', '（二）', '1.', '（1）', '（2）', '二、', '（一）', '1.']);
});
