import type { MoneyUnit } from '#kernel/money';
import { amountCell } from './amount-cells.ts';
import type { Made } from './cell.ts';
import type { Random } from './random.ts';

export type ExtraKind = 'text' | 'number' | 'ratio' | 'phone' | 'tick' | 'money' | 'date';

/** What stands in a column that is no part of the record. */
export function extraCell(random: Random, kind: ExtraKind, unit: MoneyUnit): Made {
  if (random.chance(0.2)) return { value: null };
  switch (kind) {
    case 'text':
      return {
        value: random.pick(['已落实', '正在办理', '已完成环评批复', '—', '手续齐全，资金到位80%', '无']),
      };
    case 'number':
      return { value: random.int(1, 300) };
    case 'ratio':
      return random.chance(0.5)
        ? { value: { formula: 'A1/B1', result: random.int(1, 99) / 100 }, format: '0.0%' }
        : { value: `${random.int(1, 99)}.${random.int(0, 9)}%` };
    case 'phone':
      return { value: `0411-${random.int(10000000, 99999999)}` };
    case 'tick':
      return { value: random.pick(['是', '否', '√']) };
    case 'date':
      return { value: random.pick(['2023年12月', '2024.6', '2025年', '待定']) };
    case 'money':
      return amountCell(random, BigInt(random.int(1, 5000)) * 1_000_000n, unit);
  }
}
