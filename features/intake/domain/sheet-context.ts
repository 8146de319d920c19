import type { MoneyUnit } from '#kernel/money';
import type { Dictionary, Place } from './dictionary.ts';
import type { Grid } from './grid.ts';
import { unitStated } from './header-text.ts';
import { stageIn } from './section.ts';
import { spelling } from './spelling.ts';

/** What tab, title and the lines around a table say of all its rows. */
export type SheetContext = { readonly stage?: string; readonly place?: Place; readonly unit?: MoneyUnit };

/** Rows above the header, of the header, and of remarks below it. */
export type ContextRows = {
  readonly above: readonly number[];
  readonly header: readonly number[];
  readonly below: readonly number[];
};

export function contextOf(grid: Grid, rows: ContextRows, dictionary: Dictionary): SheetContext {
  const texts = (of: readonly number[]) => of.flatMap((row) => grid.filled(row).map((cell) => cell.text));
  const [lines, tab] = [texts(rows.above), grid.sheet.name];
  const titles = lines
    .map((line) => spelling(line).replace(/[(【](?:金额)?单位[:：][^()]*[)】]$/, ''))
    .filter((line) => !/单位[:：]/.test(line));
  const stage = stageIn(tab, dictionary) ?? firstOf(titles, (line) => stageIn(line, dictionary));
  const place =
    placeOfTab(tab, dictionary) ??
    firstOf(titles, (line) => placeOfTitle(line, dictionary)) ??
    firstOf(lines, (line) => placeOfSender(line, dictionary));
  const unit =
    firstOf([...lines].reverse(), unitStated) ??
    firstOf(texts(rows.header), (text) => (/单位/.test(text) ? unitStated(text) : undefined)) ??
    firstOf(texts(rows.below), unitStated);
  return { ...(stage ? { stage } : {}), ...(place ? { place } : {}), ...(unit ? { unit } : {}) };
}

/** 「金普」, 「1.中山区」, 「庄河市（17个）」, 「中山区4月」. */
export function placeOfTab(tab: string, dictionary: Dictionary): Place | undefined {
  const text = spelling(tab);
  const bare = text
    .replace(/^(?:\d{1,2}[.、_-]?|[一二三四五六七八九十]{1,3}[、.]|附[件表]\d*[:：.、_-]?)/, '')
    .replace(/\((?:\d+.*|.*[个项月表])\)$/, '')
    .replace(/(?:20\d{2}年?)?\d{0,2}月?份?(?:重点)?(?:项目|月报|报表|进展|调度)?(?:表|情况)?$/, '');
  return dictionary.places.get(text) ?? dictionary.places.get(bare);
}

/** A title that begins with a district, or names one in brackets at its end; the city itself is no district. */
export function placeOfTitle(title: string, dictionary: Dictionary): Place | undefined {
  const text = spelling(title)
    .replace(/^(?:附[件表]\d*[:：])?(?:20\d{2}年度?)?(?:\d{1,2}月份?)?/, '')
    .replace(new RegExp(`^(?:[一-龥]{2,3}省)?${dictionary.cityName}市?(?!${'级'})`), '');
  const bracketed = /\(([^()]+)\)(?:[^()]{0,6})$/.exec(text)?.[1] ?? '';
  return longestPlace(text, dictionary) ?? notCity(dictionary.places.get(bracketed), dictionary);
}

/** 「填报单位：金普新区发展和改革局」. */
function placeOfSender(line: string, dictionary: Dictionary): Place | undefined {
  const sender = /(?:填报|报送|填表|制表|编制|上报)(?:单位|部门|地区)(?:\([^()]*\))?[:：](.+)/.exec(
    spelling(line),
  )?.[1];
  return sender === undefined ? undefined : placeOfTitle(sender, dictionary);
}

function longestPlace(text: string, dictionary: Dictionary): Place | undefined {
  for (let length = Math.min(14, text.length); length >= 2; length--) {
    const place = notCity(dictionary.places.get(text.slice(0, length)), dictionary);
    if (place && (length >= 3 || /^(?:20\d{2}|\d{1,2}月|发|经|重点|项目)/.test(text.slice(length))))
      return place;
  }
  return undefined;
}

function notCity(place: Place | undefined, dictionary: Dictionary): Place | undefined {
  return place && place.code !== dictionary.places.get('市本级')?.code
    ? place
    : place?.code === null
      ? place
      : undefined;
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | undefined): T | undefined {
  for (const line of lines) {
    const found = read(line);
    if (found !== undefined) return found;
  }
  return undefined;
}
