import { type Fen, fenFromDecimal, fenPer, type MoneyUnit } from '#kernel/money';
import { parseDecimal, type Rational } from '#kernel/rational';
import type { Cell } from '#sheets';
import { spelling, withPlainDashes } from './spelling.ts';

export type AmountRead = {
  readonly fen: Fen | null;
  readonly problem?: 'amount-unreadable' | 'unit-in-cell' | 'cell-error';
};

const unitWords: Readonly<Record<string, MoneyUnit>> = {
  元: '元',
  千元: '千元',
  万: '万元',
  万元: '万元',
  百万: '百万元',
  百万元: '百万元',
  千万: '千万元',
  千万元: '千万元',
  亿: '亿元',
  亿元: '亿元',
};

const nothing: AmountRead = { fen: null };

/** Reads an amount to whole fen. A unit written in the cell wins over the column's. */
export function readAmount(cell: Cell | undefined, unit: MoneyUnit, empty: ReadonlySet<string>): AmountRead {
  if (!cell || cell.kind === 'blank') return nothing;
  if (cell.kind === 'error') return { fen: null, problem: 'cell-error' };
  if (cell.kind === 'number' && cell.number !== undefined) {
    const fen = fenOfNumber(cell.number, unit);
    return fen === undefined ? { fen: null, problem: 'amount-unreadable' } : { fen };
  }
  if (cell.kind !== 'text') return { fen: null, problem: 'amount-unreadable' };
  return readAmountText(cell.text, unit, empty);
}

function readAmountText(written: string, unit: MoneyUnit, empty: ReadonlySet<string>): AmountRead {
  const text = spelling(written).replace(/^['’‘]/, '');
  if (text === '' || empty.has(text)) return nothing;
  const parts = /^(?:人民币|[¥￥])?(.*?)((?:千万|百万|亿|万|千)?元|千万|百万|亿|万)?$/.exec(text);
  const amount = numberIn(parts?.[1] ?? '');
  if (!amount) return { fen: null, problem: 'amount-unreadable' };
  const own = parts?.[2] === undefined ? unit : (unitWords[parts[2]] ?? unit);
  const fen = fenFromDecimal(amount, own);
  return own === unit ? { fen } : { fen, problem: 'unit-in-cell' };
}

/** `1,200.5`, `-3`, and `(1,200)` for minus 1200. Commas only where they separate thousands. */
function numberIn(written: string): Rational | undefined {
  const text = withPlainDashes(written);
  const bracketed = /^\((.+)\)$/.exec(text);
  const plain = bracketed?.[1] ?? text;
  if (plain.includes(',') && !/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return undefined;
  const amount = parseDecimal(plain.replaceAll(',', ''));
  if (!amount || !bracketed) return amount;
  return amount.num < 0n ? undefined : { num: -amount.num, den: amount.den };
}

/**
 * Where whole fen of at most 15 digits divided by the unit are this very number, they are what was typed: no fractions
 * have to be worked out, and nearly every amount of a list is such.
 */
function fenOfNumber(value: number, unit: MoneyUnit): Fen | undefined {
  const per = Number(fenPer(unit));
  const whole = Math.round(value * per);
  if (Math.abs(whole) < 1e15 && whole / per === value) return BigInt(whole);
  const amount = withoutNoise(value);
  return amount && fenFromDecimal(amount, unit);
}

/** Only 15 significant digits of a spreadsheet's number were ever typed. */
export function withoutNoise(value: number): Rational | undefined {
  return Number.isFinite(value) ? parseDecimal(value.toPrecision(15)) : undefined;
}
