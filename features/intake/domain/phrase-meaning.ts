import { withoutBrackets } from './header-text.ts';
import { spelling } from './spelling.ts';
import type { FieldWords, Vocabulary } from './vocabulary.ts';

export type PhraseMeaning = { readonly field: string; readonly score: number; readonly ignored: boolean };

type Ready = {
  readonly field: string;
  readonly kind: FieldWords['kind'];
  readonly ignored: boolean;
  readonly is: ReadonlyMap<string, number>;
  readonly ends: readonly string[];
  readonly has: readonly string[];
  readonly not: readonly string[];
};

/** 「服务秘书及联系电话」 is a column of persons. */
const phoneBehind = /(?:及|和|与|、|,)(?:其)?(?:联系)?(?:电话|方式|手机|手机号码?|电话号码)$/;

const prepared = new WeakMap<Vocabulary, readonly Ready[]>();

/** The fields a header's wording may name, the likeliest first. The lowest level counts, or all levels read as one. */
export function phraseMeanings(
  levels: readonly string[],
  kind: 'list' | 'report',
  vocabulary: Vocabulary,
): PhraseMeaning[] {
  const leaf = levels.at(-1) ?? '';
  const path = levels.length > 1 ? levels.join('') : '';
  const [bareLeaf, barePath] = [withoutBrackets(leaf), withoutBrackets(path)];
  const person = phoneBehind.test(bareLeaf) ? bareLeaf.replace(phoneBehind, '') : '';
  const found: PhraseMeaning[] = [];
  for (const ready of readyOf(vocabulary)) {
    if (ready.kind !== undefined && ready.kind !== kind) continue;
    const own = Math.max(
      scoreOf(leaf, bareLeaf, ready),
      person === '' ? 0 : scoreOf(person, person, ready) - 2,
    );
    const whole = path === '' ? 0 : scoreOf(path, barePath, ready);
    const score = Math.max(own, whole === 0 ? 0 : whole + 8);
    if (score > 0) found.push({ field: ready.field, score, ignored: ready.ignored });
  }
  return found.sort((a, b) => b.score - a.score);
}

function scoreOf(wording: string, bare: string, { is, ends, has, not }: Ready): number {
  if (wording === '') return 0;
  const place = is.get(wording) ?? is.get(bare);
  if (place !== undefined) return 100 - Math.min(place, 40) * 0.6 - (is.has(wording) ? 0 : 1);
  const end = ends.find((word) => bare.endsWith(word) || wording.endsWith(word));
  const part = end === undefined ? has.find((word) => wording.includes(word)) : undefined;
  if (end === undefined && part === undefined) return 0;
  if (not.some((word) => wording.includes(word))) return 0;
  const long = Math.min(bare.length, 30) * 0.2;
  return end !== undefined ? 66 + Math.min(end.length, 8) - long : 46 + Math.min(part?.length ?? 0, 8) - long;
}

function readyOf(vocabulary: Vocabulary): readonly Ready[] {
  const known = prepared.get(vocabulary);
  if (known) return known;
  const ready = Object.entries(vocabulary.fields).map(([field, words]) => ({
    field,
    kind: words.kind,
    ignored: words.ignored === true,
    is: new Map(words.is.map((word, place) => [spelling(word), place] as const).reverse()),
    ends: words.ends.map(spelling),
    has: words.has.map(spelling),
    not: words.not.map(spelling),
  }));
  prepared.set(vocabulary, ready);
  return ready;
}
