import type { Dictionary } from './dictionary.ts';
import { spelling } from './spelling.ts';

/** The words rows are told by, ready to be matched. */
export type RowPatterns = {
  readonly subtotal: RegExp;
  readonly total: RegExp;
  readonly partialTotal: RegExp;
  readonly note: RegExp;
  readonly signature: RegExp;
  readonly sealed: RegExp;
};

const prepared = new WeakMap<Dictionary, RowPatterns>();

export function rowPatterns(dictionary: Dictionary): RowPatterns {
  const known = prepared.get(dictionary);
  if (known) return known;
  const { rows } = dictionary.vocabulary;
  const any = (words: readonly string[]) => `(?:${words.map(spelling).join('|')})`;
  const tail = '数?(?:\\(.*\\))?[:：]?$';
  const begin = '^[(【*※]*';
  const patterns: RowPatterns = {
    subtotal: new RegExp(`^.{0,14}${any(rows.subtotal)}${tail}`),
    total: new RegExp(`^${any(rows.total)}${tail}`),
    partialTotal: new RegExp(`^.{1,14}${any(rows.total)}${tail}`),
    note: new RegExp(`${begin}${any(rows.note)}(?:[:：]|\\d|[一1][、.]|[)】]|$)`),
    signature: new RegExp(`${any(rows.signature)}(?:\\([^)]*\\))?[:：]`),
    sealed: new RegExp(`${begin}${any(rows.signature)}\\(?(?:盖章|签字|签章)`),
  };
  prepared.set(dictionary, patterns);
  return patterns;
}
