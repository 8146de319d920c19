import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { spelling } from '../domain/spelling.ts';
import { packDictionary } from './pack-dictionary.ts';
import { root } from './read-vocabulary.ts';

const file = join(root, '../shared/data/workbooks/aliases.json');
const there = existsSync(file);

type Aliases = {
  cities: Record<
    string,
    { districts: Record<string, { code: string | null; name: string }>; departments: Record<string, string> }
  >;
  matterLevels: Record<string, string>;
  lists: Record<string, string>;
  stages: Record<string, string>;
  emptyMarks: string[];
  emptyMarksInCodeColumn: string[];
  yes: string[];
  no: string[];
};
const aliases: Aliases = there ? JSON.parse(readFileSync(file, 'utf8')) : { cities: {} };

describe.skipIf(!there)(
  'the packs know every spelling of aliases.json (needs ../shared/data/workbooks)',
  () => {
    test.each([
      ['dalian', '210200'],
      ['lishui', '331100'],
    ] as const)('places and departments of %s', (pack, code) => {
      const { places, departments } = packDictionary(pack);
      const city = aliases.cities[code];
      for (const [written, place] of Object.entries(city?.districts ?? {}))
        expect(places.get(spelling(written))).toEqual(place);
      for (const [written, name] of Object.entries(city?.departments ?? {}))
        expect(departments.get(spelling(written))).toBe(name);
    });

    test('levels, lists, stages and marks', () => {
      const { levels, lists, stages, yes, no, emptyMarks, noCodeMarks } = packDictionary('dalian');
      const meanings = (words: Record<string, string>, known: ReadonlyMap<string, string>) =>
        Object.entries(words).filter(([word, meaning]) => known.get(spelling(word)) !== meaning);
      expect(meanings(aliases.matterLevels, levels)).toEqual([]);
      expect(meanings(aliases.lists, lists)).toEqual([]);
      expect(meanings(aliases.stages, stages)).toEqual([]);
      const missing = (words: string[], known: ReadonlySet<string>) =>
        words.filter((word) => !known.has(spelling(word)));
      expect([missing(aliases.yes, yes), missing(aliases.no, no)]).toEqual([[], []]);
      expect([
        missing(aliases.emptyMarks, emptyMarks),
        missing(aliases.emptyMarksInCodeColumn, noCodeMarks),
      ]).toEqual([[], []]);
    });
  },
);
