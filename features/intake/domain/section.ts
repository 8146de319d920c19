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
  const stage = stageOfTitle(label, dictionary);
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

/** One or two cells that begin with a numbering or end with a count: 「一、交通项目」, 「三 | 中山区」. */
export function isSectionLine(texts: readonly string[]): boolean {
  const [first = '', last] = [texts[0], texts.at(-1) ?? ''];
  if (texts.length === 0 || texts.length > 2) return false;
  if (isNumbered(first) || isCounted(last)) return true;
  return texts.length === 2 && /^\(?[一二三四五六七八九十]{1,3}\)?$/.test(spelling(first));
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

/** The one stage a tab or title names; none where it names two. */
export function stageIn(written: string, dictionary: Dictionary): string | undefined {
  return namedStage(spelling(written), dictionary)?.stage;
}

/** The stage of a section: its title says nothing else, so that 「储备粮库项目」 is none. */
export function stageOfTitle(label: string, dictionary: Dictionary): string | undefined {
  const named = namedStage(spelling(label), dictionary);
  const plain =
    /^(?:20\d{2}年度?|市级|省级|市|省|重点|重大|计划|年度|本年|今年|当年|亿元以上|项目|工程|类|建设|阶段|工作|推进|部分|情况|[|()、及和:：])*$/;
  return named && plain.test(named.rest) ? named.stage : undefined;
}

function namedStage(text: string, dictionary: Dictionary): { stage: string; rest: string } | undefined {
  const whole = readStage(text, dictionary);
  if (whole !== undefined) return { stage: whole, rest: '' };
  const named = new Set<string>();
  let rest = text;
  for (const word of stageWords(dictionary)) {
    if (!rest.includes(word)) continue;
    named.add(dictionary.stages.get(word) ?? '');
    rest = rest.replaceAll(word, '|');
  }
  const [stage] = named;
  return stage !== undefined && named.size === 1 ? { stage, rest } : undefined;
}

const longestFirst = new WeakMap<Dictionary, readonly string[]>();

function stageWords(dictionary: Dictionary): readonly string[] {
  let words = longestFirst.get(dictionary);
  if (!words) {
    words = [...dictionary.stages.keys()].filter((w) => w.length >= 2).sort((a, b) => b.length - a.length);
    longestFirst.set(dictionary, words);
  }
  return words;
}
