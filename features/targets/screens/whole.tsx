import { fenPer, formatMoney, isMoneyUnit } from '#kernel/money';
import { mul, parseDecimal, rational, roundHalfUp, toDecimalText } from '#kernel/rational';
import type { IndicatorView } from '../contract.ts';

type Unit = Pick<IndicatorView, 'kind' | 'unit'>;
type WholeText = `${bigint}`;

function wholesPer({ kind, unit }: Unit): bigint {
  if (kind === 'growth') return 100n;
  return kind === 'amount' && isMoneyUnit(unit) ? fenPer(unit) : 1n;
}

/** A whole number in the indicator's unit, as it is written: 1,234.5 · 12.5 · 38. */
export function writtenWhole(unit: Unit, value: string | null): string {
  if (value === null) return '';
  if (unit.kind === 'growth') return toDecimalText(rational(BigInt(value), 100n), 2).replace(/\.?0+$/, '');
  if (unit.kind === 'amount' && isMoneyUnit(unit.unit))
    return formatMoney(BigInt(value), unit.unit, 4).replace(/\.?0+$/, '');
  return value;
}

/** Reads what somebody typed or pasted; null for an empty cell, undefined where it is no number. */
export function readWhole(unit: Unit, text: string): WholeText | null | undefined {
  const bare = text.trim().replaceAll(/[,，\s%]/g, '');
  if (bare === '') return null;
  const read = parseDecimal(bare);
  if (!read) return undefined;
  const value = mul(read, rational(wholesPer(unit)));
  if (unit.kind === 'count' && value.den !== 1n) return undefined;
  return `${roundHalfUp(value)}`;
}

/** For reading: of 亿元 two decimals. */
export function Whole({ unit, value }: { readonly unit: Unit; readonly value: string | null }) {
  if (value === null) return <span className="quiet">—</span>;
  const money = unit.kind === 'amount' && isMoneyUnit(unit.unit) ? unit.unit : undefined;
  const text = money ? formatMoney(BigInt(value), money) : writtenWhole(unit, value);
  return <span className="number">{text}</span>;
}

/** The unit of a growth rate's difference is the percentage point. */
export function differenceUnit({ kind, unit }: Unit): string {
  return kind === 'growth' ? '个百分点' : unit;
}
