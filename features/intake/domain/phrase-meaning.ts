import { withoutBrackets } from './header-text.ts';
import { spelling } from './spelling.ts';
import type { FieldWords, Vocabulary } from './vocabulary.ts';

export type PhraseMeaning = { readonly field: string; readonly score: number; readonly ignored: boolean };

type Ready = { readonly field: string; readonly is: ReadonlyMap<string, number>; readonly words: FieldWords };

const prepared = new WeakMap<Vocabulary, readonly Ready[]>();

/** The fields a header's wording may name, the likeliest first. The lowest level counts, or all levels read as one. */
export function phraseMeanings(
  levels: readonly string[],
  kind: 'list' | 'report',
  vocabulary: Vocabulary,
): PhraseMeaning[] {
  const leaf = levels.at(-1) ?? '';
  const path = levels.join('');
  const found: PhraseMeaning[] = [];
  for (const ready of readyOf(vocabulary)) {
    const { field, words } = ready;
    if (words.kind !== undefined && words.kind !== kind) continue;
    const own = scoreOf(leaf, ready);
    const whole = levels.length > 1 ? scoreOf(path, ready) : 0;
    const score = Math.max(own, whole === 0 ? 0 : whole + 8);
    if (score > 0) found.push({ field, score, ignored: words.ignored === true });
  }
  return found.sort((a, b) => b.score - a.score);
}

function scoreOf(wording: string, { is, words }: Ready): number {
  if (wording === '') return 0;
  const bare = withoutBrackets(wording);
  const place = is.get(wording) ?? is.get(bare);
  if (place !== undefined) return 100 - Math.min(place, 40) * 0.6 - (is.has(wording) ? 0 : 1);
  if (words.not.some((word) => wording.includes(spelling(word)))) return 0;
  const end = words.ends.find((word) => bare.endsWith(spelling(word)) || wording.endsWith(spelling(word)));
  if (end !== undefined) return 66 + Math.min(spelling(end).length, 8) - Math.min(bare.length, 30) * 0.2;
  const part = words.has.find((word) => wording.includes(spelling(word)));
  return part === undefined ? 0 : 46 + Math.min(part.length, 8) - Math.min(bare.length, 30) * 0.2;
}

function readyOf(vocabulary: Vocabulary): readonly Ready[] {
  const known = prepared.get(vocabulary);
  if (known) return known;
  const ready = Object.entries(vocabulary.fields).map(([field, words]) => ({
    field,
    words,
    is: new Map(words.is.map((word, place) => [spelling(word), place] as const).reverse()),
  }));
  prepared.set(vocabulary, ready);
  return ready;
}
