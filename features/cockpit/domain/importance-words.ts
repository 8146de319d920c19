import { formatMoney } from '#kernel/money';
import type { ImportanceRule } from './importance.ts';

/** Each weight as people read it, the greatest first: 总投资≥50亿元×3. */
export function importanceWords(
  { totals, lists, otherwise }: ImportanceRule,
  listName: (id: string) => string,
): string[] {
  const named = [
    ...totals.map(({ fromFen, weight }) => ({
      weight,
      words: `总投资≥${formatMoney(fromFen, '亿元').replace(/\.?0+$/, '')}亿元`,
    })),
    ...lists.map(({ list, weight }) => ({ weight, words: `${listName(list)}清单` })),
  ].toSorted((a, b) => b.weight - a.weight);
  const rest = named.length > 0 ? '其他' : '所有项目';
  return [...named, { weight: otherwise, words: rest }].map(({ words, weight }) => `${words}×${weight}`);
}
