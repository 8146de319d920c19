import { rational, toDecimalText } from '#kernel/rational';

/** A share in percent with one decimal, half up; null where there is no whole. */
export function percentOf(part: bigint, whole: bigint): string | null {
  return whole === 0n ? null : toDecimalText(rational(part * 100n, whole), 1);
}
