import { describe, expect, test } from 'vitest';
import { mergeVocabulary, vocabularyOf } from '../vocabulary-section.ts';
import { vocabulary } from './read-vocabulary.ts';

describe('the country’s vocabulary', () => {
  test('names each field of the records', () => {
    const named = Object.keys(vocabulary.fields);
    for (const field of [
      'name',
      'code',
      'places',
      'content',
      'uscc',
      'secretary',
      'lists',
      'progress',
      'started',
      'entered',
      'matterLevel',
      'reportedOn',
    ]) {
      expect(named).toContain(field);
    }
  });
  test('gives no whole header to two fields of one kind of workbook', () => {
    const clashes: string[] = [];
    for (const kind of ['list', 'report'] as const) {
      const taken = new Map<string, string>();
      for (const [field, words] of Object.entries(vocabulary.fields)) {
        if (words.ignored || (words.kind ?? kind) !== kind) continue;
        for (const word of words.is) {
          const other = taken.get(word);
          if (other) clashes.push(`${kind} ${word}: ${other}, ${field}`);
          taken.set(word, field);
        }
      }
    }
    // 「开工时间」 is when it is to begin, or with 「竣工时间」 beside it when it began.
    expect(clashes).toEqual([
      'list 开工时间: periodStart, plannedStart',
      'list 开工日期: periodStart, plannedStart',
    ]);
  });
  test('the yes words are no no words', () =>
    expect(vocabulary.words.yes.filter((word) => vocabulary.words.no.includes(word))).toEqual([]));
});

describe('a city’s own words', () => {
  const city = vocabularyOf({
    fields: { name: { is: ['攻坚事项'] }, leader: { is: ['挂钩人'], kind: 'list' } },
    words: { levels: { 市级: ['市里'] }, yes: ['搞定'] },
  });
  const merged = mergeVocabulary(vocabulary, city);
  test('are added before those of the country', () => {
    expect(merged.fields['name']?.is.slice(0, 2)).toEqual(['攻坚事项', '项目名称']);
    expect(merged.words.levels['市级']).toEqual(['市里', ...(vocabulary.words.levels['市级'] ?? [])]);
    expect(merged.words.yes).toContain('搞定');
    expect(merged.amounts).toEqual(vocabulary.amounts);
  });
});
