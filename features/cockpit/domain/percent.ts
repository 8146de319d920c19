import { rational, toDecimalText } from '#kernel/rational';

/** A share of a whole in percent with one decimal; null where a part is not known or there is no whole. */
export function percentOf(part: bigint | null, whole: bigint | null): string | null {
  if (part === null || whole === null || whole === 0n) return null;
  return toDecimalText(rational(part * 100n, whole), 1);
}
