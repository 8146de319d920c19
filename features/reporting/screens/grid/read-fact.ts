import { type FactName, type FactValue, factKinds } from './fact.ts';
import { gridTexts } from './grid-texts.ts';
import { readAmount } from './read-amount.ts';
import { readPartialDay } from './read-day.ts';

/** How amounts are shown, and the year that a date without one belongs to. */
export type Setting = { readonly unit: '万元' | '亿元'; readonly year: number };

export type FactRead = { readonly value: FactValue; readonly wrong?: undefined } | { readonly wrong: string };

const longestWords = 2000;
const nothing = new Set(['', '-', '—', '——', '/', '\\', '无数据', '--']);
const yes = new Set([
  '是',
  'y',
  'yes',
  '1',
  '√',
  '✓',
  '对',
  '已',
  '已开工',
  '已入统',
  '开工',
  '入统',
  'true',
]);
const no = new Set(['否', 'n', 'no', '0', '×', 'x', '✗', '未', '未开工', '未入统', 'false']);

/** What a typed or pasted text says in this cell; half- and full-width signs mean the same. */
export function readFact(fact: FactName, text: string, { unit, year }: Setting): FactRead {
  const kind = factKinds[fact];
  if (kind === 'words') {
    const said = text.replaceAll('\r\n', '\n').trim();
    if (said.length > longestWords) return { wrong: gridTexts.tooLong(longestWords) };
    return { value: said === '' ? null : said };
  }
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/[−–]/g, '-')
    .replace(/^['’‘]/, '');
  if (nothing.has(plain)) return { value: null };
  if (kind === 'amount') {
    if (/%$/.test(plain)) return { wrong: gridTexts.percentIsNoAmount(text.trim()) };
    const fen = readAmount(plain, unit);
    return fen === undefined ? { wrong: gridTexts.notAmount(text.trim()) } : { value: String(fen) };
  }
  if (kind === 'day') {
    const day = readPartialDay(plain, year);
    return day === undefined ? { wrong: gridTexts.notDay(text.trim()) } : { value: day };
  }
  const word = plain.toLowerCase();
  if (yes.has(word)) return { value: true };
  if (no.has(word)) return { value: false };
  return { wrong: gridTexts.notYesNo(text.trim()) };
}
