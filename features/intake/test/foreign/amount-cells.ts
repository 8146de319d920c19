import { fenPer, type MoneyUnit } from '#kernel/money';
import { rational, toDecimalText } from '#kernel/rational';
import { type Made, type Written, written } from './cell.ts';
import type { Random } from './random.ts';

export function plainAmount(fen: bigint, unit: MoneyUnit): string {
  const text = toDecimalText(rational(fen, fenPer(unit)), 10);
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

/** An amount in one of the ways people type amounts. */
export function amountCell(random: Random, fen: bigint, unit: MoneyUnit): Made {
  const text = plainAmount(fen, unit);
  const number = Number(text);
  const style = random.int(1, 22);
  if (style <= 12) return { value: number };
  switch (style) {
    case 13:
      return { value: text };
    case 14:
      return { value: thousands(text) };
    case 15:
      return { value: thousands(text).replaceAll(',', '，') };
    case 16:
      return { value: wide(text) };
    case 17:
      return { value: random.pick([` ${text}`, `${text} `, `　${text}`]) };
    case 18:
      return { value: number === 0 ? 0 : number * (1 + 2 ** -52) };
    case 19:
      return { value: { formula: 'A1+0', result: number } };
    case 20:
      return { value: `${text}${unit}` };
    case 21:
      return { value: { rich: [text.slice(0, 1), text.slice(1)].filter((t) => t !== '') } };
    default:
      return { value: number, format: random.pick(['#,##0.00', '0.00_ ', '#,##0']) };
  }
}

/** The amount in another unit than its column's, which the cell itself names. */
export function otherUnit(random: Random, fen: bigint, unit: MoneyUnit): Written<bigint> {
  const other = random.pick((['元', '万元', '亿元'] as const).filter((u) => u !== unit));
  return written(`${plainAmount(fen, other)}${other}`, fen, 'unit-in-cell');
}

/** (1,200) for minus 1200. */
export function negativeCell(random: Random, fen: bigint, unit: MoneyUnit): Made {
  const text = plainAmount(fen < 0n ? -fen : fen, unit);
  return { value: random.pick([-Number(text), `-${text}`, `(${thousands(text)})`, `（${text}）`]) };
}

export const unreadableAmounts = [
  '约3-5亿元',
  '3,5OO',
  '视资金情况',
  '未统计',
  '待定',
  '1.200.5',
  '同比增长5%',
  '12O0',
  '详见附件',
  '约500',
];

export const errorValues = ['#REF!', '#VALUE!', '#N/A', '#NAME?', '#DIV/0!'] as const;

function thousands(text: string): string {
  return text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

function wide(text: string): string {
  return text.replace(/[\d.]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
}
