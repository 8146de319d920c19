import { fenFromDecimal, isMoneyUnit } from './money.ts';
import { compare, parseDecimal, type Rational, rational } from './rational.ts';

/** A fact or a constant made ready for comparison once: its text, and its exact number where it is one. */
export type Comparable = {
  readonly text: string;
  readonly number: Rational | undefined;
  readonly typed: boolean;
};

/** `1亿元` is the number of fen it means; decimal text is a number too, so that fen may travel as text. */
export function readComparable(value: unknown): Comparable {
  if (typeof value === 'bigint') return { text: value.toString(), number: rational(value), typed: true };
  const text = String(value);
  if (typeof value === 'number') return { text, number: parseDecimal(text), typed: true };
  if (typeof value !== 'string') return { text, number: undefined, typed: true };
  const money = /^([+-]?[\d.]+)(\D+)$/.exec(text);
  const amount = money && isMoneyUnit(money[2]) ? parseDecimal(money[1] ?? '') : undefined;
  if (amount && money)
    return { text, number: rational(fenFromDecimal(amount, money[2] as '元')), typed: true };
  return { text, number: parseDecimal(text), typed: false };
}

/** Two texts are equal as they stand, so that the code 007 is not 7; a number equals any text that writes it. */
export function equal(a: Comparable, b: Comparable): boolean {
  if (a.text === b.text) return true;
  if (!a.typed && !b.typed) return false;
  return a.number !== undefined && b.number !== undefined && compare(a.number, b.number) === 0;
}

/** Numbers by size, other texts (days, periods) by text order; undefined where only one of them is a number. */
export function smaller(a: Comparable, b: Comparable): boolean | undefined {
  if (a.number && b.number) return compare(a.number, b.number) < 0;
  if (a.number || b.number) return undefined;
  return a.text < b.text;
}
