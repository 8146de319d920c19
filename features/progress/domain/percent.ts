import { type Rational, rational, toDecimalText } from '#kernel/rational';

/** A share of a whole in percent with one decimal; null where a part is unknown or there is no whole. */
export function percentOf(part: bigint | null | undefined, whole: bigint | null | undefined): string | null {
  if (part === null || part === undefined || whole === null || whole === undefined || whole === 0n)
    return null;
  return toDecimalText(rational(part * 100n, whole), 1);
}

export function percentText(share: Rational): string {
  return toDecimalText(rational(share.num * 100n, share.den), 1);
}
