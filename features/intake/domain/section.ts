import type { Dictionary, Place } from './dictionary.ts';
import { placeNamed } from './read-place.ts';
import { readStage } from './read-words.ts';
import { spelling } from './spelling.ts';

/** What a section row says of the rows below it. */
export type Section = {
  readonly level: number;
  readonly label: string;
  readonly stage?: string;
  readonly place?: Place;
  /** How many projects it claims to hold. */
  readonly count?: number;
};

/** Numbering in the order offices nest it. */
const numberings: readonly RegExp[] = [
  /^(?:第[一二三四五六七八九十]+(?:部分|类|章)|[一二三四五六七八九十]{1,3}[、.．,，:：]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[、.]?)/,
  /^\([一二三四五六七八九十]{1,3}\)[、.]?/,
  /^\d{1,2}[、.．](?!\d)/,
  /^(?:\(\d{1,2}\)|[①-⑳])/,
];

const countAtEnd =
  /[(,:、—-]*(?:共|合计|总计|小计|计)?(?:有)?(\d{1,4})(?:个|项|家|宗)?(?:项目|工程)?(?:[,，;；][^)]*)?\)?$/;

/** Reads the text of a row that stands alone over others. */
export function readSection(written: string, dictionary: Dictionary): Section {
  const text = spelling(written);
  const found = numberings.findIndex((shape) => shape.test(text));
  const unnumbered = found < 0 ? text : text.replace(numberings[found] as RegExp, '');
  const counted = /(?:个|项|家|宗)(?:项目|工程)?\)?$|\(\d+\)$|\(.*\d+(?:个|项).*\)$/.test(unnumbered)
    ? countAtEnd.exec(unnumbered)
    : null;
  const label = counted ? unnumbered.slice(0, counted.index).replace(/[(,:、—-]+$/, '') : unnumbered;
  const place = placeOf(label, dictionary);
  const stage = stageIn(label, dictionary);
  return {
    level: found < 0 ? 0 : found + 1,
    label,
    ...(stage === undefined ? {} : { stage }),
    ...(place === undefined ? {} : { place }),
    ...(counted ? { count: Number(counted[1]) } : {}),
  };
}

export function isNumbered(written: string): boolean {
  const text = spelling(written);
  return numberings.some((shape) => shape.test(text));
}

/** A section's count at its end: 「（12个）」, 「12项」. */
export function isCounted(written: string): boolean {
  return /(?:\d+(?:个|项)(?:项目|工程)?\)?|\(\d+\))$/.test(spelling(written));
}

function placeOf(label: string, dictionary: Dictionary): Place | undefined {
  const name = label.replace(/(?:项目|重点项目|地区|部分|汇总)$/, '');
  return (
    dictionary.places.get(label) ??
    dictionary.places.get(name) ??
    (name.length <= 14 ? placeNamed(name, dictionary) : undefined)
  );
}

/** The one stage a tab, title or section names; none where it names two. */
export function stageIn(written: string, dictionary: Dictionary): string | undefined {
  const text = spelling(written);
  const whole = readStage(text, dictionary);
  if (whole !== undefined) return whole;
  const named = new Set<string>();
  let rest = text;
  const words = [...dictionary.stages.keys()]
    .filter((word) => word.length >= 2)
    .sort((a, b) => b.length - a.length);
  for (const word of words) {
    if (!rest.includes(word)) continue;
    named.add(dictionary.stages.get(word) ?? '');
    rest = rest.replaceAll(word, '|');
  }
  return named.size === 1 ? [...named][0] : undefined;
}
