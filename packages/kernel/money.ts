import { mul, parseDecimal, type Rational, rational, roundHalfUp, toDecimalText } from './rational.ts';

/** Money: whole fen. It becomes 万元 or 亿元 only on screen and in workbooks. */
export type Fen = bigint;

export type MoneyUnit = '元' | '千元' | '万元' | '百万元' | '千万元' | '亿元';

const fenPerUnit: Record<MoneyUnit, bigint> = {
  元: 100n,
  千元: 100_000n,
  万元: 1_000_000n,
  百万元: 100_000_000n,
  千万元: 1_000_000_000n,
  亿元: 10_000_000_000n,
};

export const moneyUnits = Object.keys(fenPerUnit) as readonly MoneyUnit[];

export function isMoneyUnit(text: unknown): text is MoneyUnit {
  return typeof text === 'string' && Object.hasOwn(fenPerUnit, text);
}

export function fenPer(unit: MoneyUnit): bigint {
  return fenPerUnit[unit];
}

/** Rounded half up to whole fen, away from zero for negative amounts too. */
export function fenFromDecimal(amount: Rational, unit: MoneyUnit): Fen {
  return roundHalfUp(mul(amount, rational(fenPer(unit))));
}

/** A spreadsheet's binary number: only its 15 significant digits were ever typed (3.300000000000001 is 3.3). */
export function fenFromNumber(amount: number, unit: MoneyUnit): Fen {
  const exact = Number.isFinite(amount) ? parseDecimal(amount.toPrecision(15)) : undefined;
  if (!exact) throw new RangeError(`Not an amount: ${amount}`);
  return fenFromDecimal(exact, unit);
}

/** Reads what `formatMoney` prints; undefined if the text is no plain number. */
export function parseMoney(text: string, unit: MoneyUnit): Fen | undefined {
  const amount = parseDecimal(text.trim().replaceAll(',', ''));
  return amount && fenFromDecimal(amount, unit);
}

/**
 * The number with thousands separators, without its unit. Digits not given: 亿元 two decimals, every other unit as
 * many as the amount has.
 */
export function formatMoney(fen: Fen, unit: MoneyUnit, digits?: number): string {
  const amount = rational(fen, fenPer(unit));
  if (digits === undefined && unit !== '亿元') {
    return grouped(toDecimalText(amount, 10).replace(/\.?0+$/, ''));
  }
  return grouped(toDecimalText(amount, digits ?? 2));
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
