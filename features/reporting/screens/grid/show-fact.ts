import { formatMoney } from '#kernel/money';
import { type FactName, type FactValue, factKinds } from './fact.ts';

type Unit = '万元' | '亿元';

/** A value as it stands in its cell; what `readFact` reads gives the same value again. */
export function showFact(fact: FactName, value: FactValue, unit: Unit): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return factKinds[fact] === 'amount' ? exactMoney(value, unit) : value;
}

/** All digits: what is shown rounded would be saved rounded. */
export function exactMoney(fen: string, unit: Unit): string {
  const text = formatMoney(BigInt(fen), unit, unit === '亿元' ? 10 : 6);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
