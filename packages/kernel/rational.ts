/** An exact fraction: den > 0, reduced. Ratios that decide a light are compared as these, never as binary fractions. */
export type Rational = { readonly num: bigint; readonly den: bigint };

/** Beyond this no amount or ratio is meant; the bound keeps `1e999999999` from filling the memory. */
const maxExponent = 400;

export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  const [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than zero');
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return { num: n / divisor, den: d / divisor };
}

/** Reads `-12.50`, `+3`, `.5`, `1.2e-3`; anything else (separators, units, blanks) is undefined. */
export function parseDecimal(text: string): Rational | undefined {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (!parts) return undefined;
  const [whole, fraction] = [parts[2] ?? '', parts[3] ?? ''];
  if (whole + fraction === '') return undefined;
  const exponent = Number(parts[4] ?? 0) - fraction.length;
  if (Math.abs(exponent) > maxExponent) return undefined;
  const digits = BigInt(whole + fraction) * (parts[1] === '-' ? -1n : 1n);
  return exponent >= 0
    ? rational(digits * 10n ** BigInt(exponent))
    : rational(digits, 10n ** BigInt(-exponent));
}

export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function sub(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function mul(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

export function div(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num);
}

/** Nearest whole number; a half goes away from zero, so that −x rounds to −(x rounded). */
export function roundHalfUp(r: Rational): bigint {
  const size = r.num < 0n ? -r.num : r.num;
  const rounded = (2n * size + r.den) / (2n * r.den);
  return r.num < 0n ? -rounded : rounded;
}

/** Decimal text with exactly so many digits after the point. */
export function toDecimalText(r: Rational, digits: number): string {
  const scaled = roundHalfUp(mul(r, rational(10n ** BigInt(digits))));
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
