import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DoubtKind } from '../domain/doubt.ts';
import type { PolicyDocument } from '../domain/policy-document.ts';
import { readPolicy } from '../domain/read-policy.ts';
import { resolverOf } from '../domain/unit-dictionary.ts';
import { unitNames } from '../unit-names.ts';

const folder = join(import.meta.dirname, 'documents');
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const resolve = resolverOf(unitNames());
const read = (text: string) => readPolicy({ text, sourceFile: 'a.txt' }, resolve);
const whole = new Map(texts.map((text) => [text, read(text)]));
const aText = fc.constantFrom(...texts);
/**
 * The same damage every time. Of every place of every document one document has three, right inside the number behind
 * its first measure, where a cut is not told: its notice has numbered items of its own.
 */
const runs = { numRuns: 200, seed: 20_231_120 };

/** What tells a person that a measure may be missing. */
const telling: readonly DoubtKind[] = [
  'number-missing',
  'number-order',
  'number-repeated',
  'number-unread',
  'parts-unlisted',
  'cut-off',
  'no-measures',
];
const count = ({ doubts }: PolicyDocument) => doubts.filter(({ kind }) => telling.includes(kind)).length;
/** Whether the damage is told by a doubt that the whole document does not raise. */
const told = (found: PolicyDocument, text: string) => count(found) > count(whole.get(text)!);
const bare = (title: string) => title.replace(/[\s，。；：、（）()【】［］[\]""“”,.;:—-]/g, '');

describe('a damaged document', () => {
  test('cut into lines anywhere keeps its measures, or a doubt says which number is missing', () => {
    const breaks = fc.array(
      fc.tuple(fc.nat(), fc.constantFrom('\n', '\n\n', ' ', '\n— 3 —\n', '\n第 4 页\n', '\r\n')),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(aText, breaks, (text, cuts) => {
        // From behind, so that no cut falls into what another put in.
        const places = cuts
          .map(([at, what]) => [at % text.length, what] as const)
          .sort((one, other) => other[0] - one[0]);
        const damaged = places.reduce((sum, [at, what]) => sum.slice(0, at) + what + sum.slice(at), text);
        const found = read(damaged);
        const before = whole.get(text)!.measures.length;
        expect(found.measures.length >= before || told(found, text)).toBe(true);
      }),
      runs,
    );
  });

  test('with its punctuation in the other width has the same measures', () => {
    const pairs = [
      ['，', ','],
      ['；', ';'],
      ['：', ':'],
      ['（', '('],
      ['）', ')'],
      ['。', '.'],
      ['“', '”'],
    ] as const;
    fc.assert(
      fc.property(aText, fc.subarray([...pairs], { minLength: 1 }), (text, swaps) => {
        const swapped = swaps.reduce((sum, [wide, narrow]) => sum.replaceAll(wide, narrow), text);
        const titles = (document: PolicyDocument) => document.measures.map(({ title }) => bare(title));
        expect(titles(read(swapped))).toEqual(titles(whole.get(text)!));
      }),
      runs,
    );
  });

  test('cut off anywhere keeps every measure that stands before the cut', () => {
    fc.assert(
      fc.property(aText, fc.nat(), (text, at) => {
        const end = at % text.length;
        const found = read(text.slice(0, end));
        const kept = whole.get(text)!.measures.filter(({ place }) => place.end < end - 1);
        const known = new Set(found.measures.map(({ no, title }) => `${no} ${title}`));
        const lost = kept.filter(({ no, title }) => !known.has(`${no} ${title}`));
        expect(lost.length === 0 || told(found, text)).toBe(true);
      }),
      runs,
    );
  });

  test.each(texts)('with any line lost or doubled drops no number without a word (%#)', (text) => {
    const lines = text.split('\n');
    const silent = lines.flatMap((line, index) =>
      [false, true].flatMap((twice) => {
        const around = [lines.slice(0, index), lines.slice(index + 1)] as const;
        const found = read([...around[0], ...(twice ? [line, line] : []), ...around[1]].join('\n'));
        const kept = whole
          .get(text)!
          .measures.filter(({ place }) => twice || !line.includes(text.slice(place.start, place.start + 6)));
        const isTold = found.measures.length >= kept.length || told(found, text);
        return isTold ? [] : [`${twice ? 'doubled' : 'lost'} ${index + 1}: ${line}`];
      }),
    );
    expect(silent).toEqual([]);
  });
});

test('whatever text it is given, the reader answers, and every place lies in the text', () => {
  const piece = fc.constantFrom(
    ...[
      '一、',
      '（一）',
      '1.',
      '第一条',
      '①',
      '（1）',
      '。',
      '，',
      '；',
      '：',
      '（',
      '）',
      '“',
      '《',
      '》',
      '\n',
      ' ',
    ],
    ...[
      '责任单位：',
      '牵头单位：',
      '市财政局',
      '、',
      '到2025年底',
      '2024年2月30日',
      '3个',
      '10%',
      '每季度一次',
      '由',
      '负责',
    ],
    ...[
      '附件',
      '〔2024〕1号',
      '关于印发',
      '的通知',
      '从',
      '提高到',
      '以上',
      '翻一番',
      '\u0000',
      '\ud83d',
      '𠮷',
      '　',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ maxLength: 8, unit: 'grapheme' })), {
        maxLength: 120,
      }),
      (pieces) => {
        const text = pieces.join('');
        const { measures, doubts, chapters } = read(text);
        for (const { place } of [
          ...measures,
          ...doubts,
          ...chapters,
          ...measures.flatMap(({ units, targets }) => [...units, ...targets]),
        ]) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeLessThanOrEqual(Math.max(1, text.length));
          expect(place.line).toBeGreaterThanOrEqual(1);
        }
      },
    ),
    { numRuns: 500 },
  );
});
