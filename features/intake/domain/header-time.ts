import { chineseNumber } from './chinese-number.ts';
import { withPlainDashes } from './spelling.ts';
import type { AmountWords } from './vocabulary.ts';

/** The span of time an amount's header names. */
export type HeaderTime =
  | { readonly span: 'months'; readonly from: number; readonly to: number; readonly year?: number }
  | { readonly span: 'month'; readonly month: number; readonly year?: number }
  | { readonly span: 'up-to'; readonly month: number; readonly year?: number }
  | { readonly span: 'quarter'; readonly quarter: number; readonly year?: number }
  | { readonly span: 'half'; readonly half: 1 | 2; readonly year?: number }
  | { readonly span: 'year'; readonly year: number }
  | { readonly span: 'this-month' | 'last-month' | 'this-year' | 'before-year' | 'so-far' };

const n = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const y = '(?:(\\d{4}|\\d{2})年度?)?';

/** The time in one line of a header; `year` is the list's or report's. */
export function headerTime(wording: string, year: number, words: AmountWords): HeaderTime | undefined {
  const text = withPlainDashes(wording);
  const has = (list: readonly string[]) => list.some((word) => text.includes(word));
  const stated = statedTime(text, year);
  if (stated?.span === 'year' && stated.year < year && /(?:截至|截止|至|到|底|末|以前|之前|前)/.test(text))
    return { span: 'before-year' };
  if (stated && stated.span !== 'year') return stated;
  if (has(words.lastYearEnd)) return { span: 'before-year' };
  if (stated) return stated;
  if (/(?:截至|截止|至|到)(?:本|当)月/.test(text)) return { span: 'so-far' };
  if (has(words.lastMonth)) return { span: 'last-month' };
  if (has(words.thisMonth)) return { span: 'this-month' };
  if (has(words.thisYear)) return { span: 'this-year' };
  return has(words.soFar) ? { span: 'so-far' } : undefined;
}

function statedTime(text: string, year: number): HeaderTime | undefined {
  const range = new RegExp(`${y}${n}月?份?(?:-+|~|至|到)${y}${n}月`).exec(text);
  if (range && inMonths(range[2]) && inMonths(range[4])) {
    return { span: 'months', from: number(range[2]), to: number(range[4]), ...stated(range[3] ?? range[1]) };
  }
  const upTo =
    new RegExp(`(?:截至|截止到?|至|到|止)${y}${n}月`).exec(text) ??
    new RegExp(`${y}${n}月份?(?:底|末|止)`).exec(text);
  if (upTo && inMonths(upTo[2])) return upToMonth(number(upTo[2]), fullYear(upTo[1]), year);
  const month = new RegExp(`${y}${n}月`).exec(text);
  if (month && inMonths(month[2])) return { span: 'month', month: number(month[2]), ...stated(month[1]) };
  const three = new RegExp(`${y}前(三|3|二|两|2)(?:个)?季度`).exec(text);
  if (three)
    return { span: 'months', from: 1, to: /[三3]/.test(three[2] ?? '') ? 9 : 6, ...stated(three[1]) };
  const quarter = new RegExp(`${y}(?:第?([一二三四1-4])季度?|[Qq]([1-4]))`).exec(text);
  if (quarter) return { span: 'quarter', quarter: number(quarter[2] ?? quarter[3]), ...stated(quarter[1]) };
  const half = new RegExp(`${y}([上下])半年`).exec(text);
  if (half) return { span: 'half', half: half[2] === '上' ? 1 : 2, ...stated(half[1]) };
  const only = /(20\d{2}|19\d{2})/.exec(text) ?? /(?<!\d)(\d{2})年/.exec(text);
  return only ? { span: 'year', year: fullYear(only[1]) ?? year } : undefined;
}

/** 「截至2022年12月底」 is what was there before the year. */
function upToMonth(month: number, stated: number | undefined, year: number): HeaderTime {
  if (stated !== undefined && stated < year) return { span: 'before-year' };
  return { span: 'up-to', month, ...(stated === undefined ? {} : { year: stated }) };
}

function stated(year: string | undefined): { year?: number } {
  const full = fullYear(year);
  return full === undefined ? {} : { year: full };
}

function fullYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function number(text: string | undefined): number {
  return chineseNumber(text ?? '') ?? 0;
}

function inMonths(text: string | undefined): boolean {
  const value = number(text);
  return value >= 1 && value <= 12;
}
