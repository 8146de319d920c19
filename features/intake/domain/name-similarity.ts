import type { Dictionary } from './dictionary.ts';
import { nameKey } from './spelling.ts';

/** A project's name without what reports leave out or put in: city, district, 项目, 工程, bracketed remarks. */
export type NameCore = {
  readonly core: string;
  readonly pairs: ReadonlyMap<string, number>;
  readonly marks: string;
};

const cores = new WeakMap<Dictionary, RegExp>();

export function nameCore(name: string, dictionary: Dictionary): NameCore {
  const key = nameKey(name).replace(/^(?:\(\d{1,3}\)|\d{1,3}[.、](?!\d)|[一二三四五六七八九十]{1,3}、)/, '');
  const bare = key.replace(/\((?!.*期).*?\)$/, '');
  const core = withoutEnding(bare.replace(prefixOf(dictionary), '') || bare);
  return { core, pairs: pairsOf(core), marks: marksOf(key) };
}

/** Bigram Dice of two cores; names that differ in a phase or a number are never one project. */
export function similarity(a: NameCore, b: NameCore): number {
  if (a.marks !== b.marks || a.core === '' || b.core === '') return 0;
  if (a.core === b.core) return 1;
  let shared = 0;
  for (const [pair, count] of a.pairs) shared += Math.min(count, b.pairs.get(pair) ?? 0);
  const all = a.core.length + b.core.length - 2;
  return all <= 0 ? 0 : (2 * shared) / all;
}

function withoutEnding(name: string): string {
  const ending = /(?:建设项目|建设工程|工程项目|建设|项目|工程)$/;
  const once = name.replace(ending, '');
  const twice = once.replace(ending, '');
  return twice.length >= 2 ? twice : once.length >= 2 ? once : name;
}

function prefixOf(dictionary: Dictionary): RegExp {
  let known = cores.get(dictionary);
  if (!known) {
    const { cityName } = dictionary;
    const places = [...dictionary.places.keys()]
      .filter((p) => p.length >= 2 && !p.includes('('))
      .sort((a, b) => b.length - a.length);
    known = new RegExp(`^(?:${cityName}市?)?(?:${places.join('|')})?`);
    cores.set(dictionary, known);
  }
  return known;
}

/** Phases, numbers and points of the compass: what tells sister projects apart. */
function marksOf(key: string): string {
  const phases = [...key.matchAll(/([一二三四五六七八九十\d]+)(?:期|标|号|#)/g)].map((m) => m[0]);
  const numbers = key.match(/\d+(?:\.\d+)?/g) ?? [];
  const sides = key.match(/[东西南北](?=[段区线侧路])/g) ?? [];
  return [...phases, ...numbers, ...sides].sort().join(' ');
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
