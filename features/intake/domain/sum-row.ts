import type { Cell } from '#sheets';
import { type Column, isAmountField } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { rowPatterns } from './row-patterns.ts';
import { spelling } from './spelling.ts';

const numbering = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.])/;

/** 合计, 小计, 「一、小计」, 「金普新区合计」, 「其中：续建项目」; or no words at all and every amount a SUM. */
export function sumKind(
  filled: readonly Cell[],
  columns: readonly Column[],
  dictionary: Dictionary,
): 'total' | 'subtotal' | undefined {
  const patterns = rowPatterns(dictionary);
  const name = columns.find((c) => c.field === 'name')?.number ?? 0;
  const texts = filled.filter((cell) => cell.kind === 'text');
  for (const cell of texts.filter((c) => c.column <= Math.max(name, 4)).slice(0, 3)) {
    const text = spelling(cell.text).replace(numbering, '');
    if (text.length > 24) continue;
    if (patterns.subtotal.test(text)) return 'subtotal';
    if (/^其中/.test(text) && texts.length <= 2 && filled.length > texts.length) return 'subtotal';
    if (patterns.total.test(text)) return 'total';
    if (patterns.partialTotal.test(text) && !/(?:项目|工程)$/.test(text)) {
      return /^(?:全市|全部|本表|各地|全区|全县|项目|总)/.test(text) ? 'total' : 'subtotal';
    }
  }
  return isSumOnly(filled, columns) ? 'subtotal' : undefined;
}

function isSumOnly(filled: readonly Cell[], columns: readonly Column[]): boolean {
  if (filled.some((cell) => cell.kind === 'text')) return false;
  const amounts = new Set(columns.filter((c) => isAmountField(c.field) || c.sumAs).map((c) => c.number));
  return filled.some((cell) => amounts.has(cell.column) && /SUM|SUBTOTAL/i.test(cell.formula ?? ''));
}
