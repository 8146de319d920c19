import { type Fen, fenFromDecimal, type MoneyUnit } from '#kernel/money';
import { parseDecimal, type Rational } from '#kernel/rational';

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

/** A plain number in the unit shown; a unit written behind it wins. `text` is already half-width and without spaces. */
export function readAmount(text: string, shown: MoneyUnit): Fen | undefined {
  const parts = /^[¥]?(.*?)((?:千万|百万|亿|万|千)?元|千万|百万|亿|万)?$/.exec(text);
  const amount = numberIn(parts?.[1] ?? '');
  if (!amount) return undefined;
  return fenFromDecimal(amount, parts?.[2] === undefined ? shown : (unitWords[parts[2]] ?? shown));
}

/** `1,200.5`, `-3`, and `(1,200)` for minus 1200. Commas only where they separate thousands. */
function numberIn(text: string): Rational | undefined {
  const bracketed = /^\((.+)\)$/.exec(text);
  const plain = bracketed?.[1] ?? text;
  if (plain.includes(',') && !/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return undefined;
  const amount = parseDecimal(plain.replaceAll(',', ''));
  if (!amount || !bracketed) return amount;
  return amount.num < 0n ? undefined : { num: -amount.num, den: amount.den };
}
