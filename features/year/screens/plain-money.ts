import { type Fen, fenPer } from '#kernel/money';
import { rational, toDecimalText } from '#kernel/rational';

/** An amount as a person types it: exact, without separators. */
export function plainMoney(fen: Fen, unit: '万元' | '亿元'): string {
  const text = toDecimalText(rational(fen, fenPer(unit)), unit === '亿元' ? 10 : 6);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
