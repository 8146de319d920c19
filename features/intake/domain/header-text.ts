import type { MoneyUnit } from '#kernel/money';
import type { Cell } from '#sheets';
import { spelling, trimmed } from './spelling.ts';

/** A header cell as printed; a date stands for its month, as 「2023年1月」 often is one. */
export function printedHeader(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.day !== undefined) return `${Number(cell.day.slice(0, 4))}年${Number(cell.day.slice(5, 7))}月`;
  return trimmed(cell.text);
}

/** A header's wording alone: no white space, unit, star or numbering. Brackets that say something stay. */
export function headerWording(printed: string): string {
  const text = spelling(printed)
    .replace(unitBracket, '')
    .replace(/^[*★※#☆▲]+|[*★※☆▲:：]+$/g, '')
    .replace(/^(?:\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十\d]{1,2}[、.)])(?=[^\d月年])/, '');
  return text.replace(/[/,]?(?:人民币)?(?:亿|千万|百万|万|千)元$/, '') || text;
}

export function withoutBrackets(wording: string): string {
  return wording.replace(/\([^()]*\)/g, '').replace(/【[^】]*】|\[[^\]]*\]/g, '');
}

const unitName = '(千万元|百万元|亿元|万元|千元|元|亿|万)';
const companion =
  '(?:[、,，;；/和](?:%|个|项|亩|人|户|平方米|公里|公顷|吨|套|天|台|家|条|米|千米|千瓦|兆瓦)+)*';
const unitBracket = new RegExp(
  `[(\\[【](?:单位|金额单位|计量单位)?[:：]?(?:人民币)?${unitName}${companion}[)\\]】]`,
);
const unitPhrase = new RegExp(
  `(?:单位|计量单位|金额单位|投资单位|货币单位)(?:均|统一)?(?:为|是)?[:：]?(?:人民币)?[(]?${unitName}`,
);
const unitEnd =
  /(?:^|[^以过达超一-龥]|资|额|划|算|成|金|计|数|值|入|目标)(?:\/|,|，|:)?(亿元|千万元|百万元|万元|千元)$/;

/** The unit a header names: 「总投资（亿元）」, 「单位：万元」, 「总投资/万元」, 「投资额亿元」. 「亿元以上」 is none. */
export function unitInHeader(printed: string): MoneyUnit | undefined {
  const text = spelling(printed);
  return asUnit(unitBracket.exec(text)?.[1] ?? unitPhrase.exec(text)?.[1] ?? unitEnd.exec(text)?.[1]);
}

/** The unit a title, unit cell or note states: only in brackets or after 「单位」. */
export function unitStated(printed: string): MoneyUnit | undefined {
  const text = spelling(printed);
  return asUnit(unitPhrase.exec(text)?.[1] ?? unitBracket.exec(text)?.[1]);
}

/** A cell that holds nothing but a unit: 万元, （亿元）, 单位：元. */
export function isUnitAlone(printed: string): boolean {
  return new RegExp(
    `^[(\\[【]?(?:单位|金额单位|计量单位|货币单位)?[:：]?(?:人民币)?${unitName}${companion}[)\\]】]?$`,
  ).test(spelling(printed));
}

function asUnit(text: string | undefined): MoneyUnit | undefined {
  if (text === undefined) return undefined;
  return (text === '亿' ? '亿元' : text === '万' ? '万元' : text) as MoneyUnit;
}
