import { describe, expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { ja } from '../words/ja.ts';
import { ko } from '../words/ko.ts';

describe.each([
  ['English', en],
  ['Japanese', ja],
  ['Korean', ko],
])('the words in %s', (_language, words) => {
  const kinds = ['states', 'events', 'clocks', 'categories', 'refusals'] as const;
  test('name every state, event, clock, category and refusal that the others name', () => {
    for (const kind of kinds) expect(Object.keys(words[kind]).sort()).toEqual(Object.keys(en[kind]).sort());
    expect(words.scores).toHaveLength(5);
  });
});
