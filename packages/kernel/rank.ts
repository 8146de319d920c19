/** A part of a whole, compared exactly. Without a whole there is nothing to rank by. */
export type Ranked = { readonly id: string; readonly part: bigint; readonly whole: bigint };

/** By part of the whole, the largest first; equals share a rank and the next is skipped (1, 2, 2, 4). */
export function ranksOf(groups: readonly Ranked[]): Map<string, number> {
  const withWhole = groups.filter(({ whole }) => whole > 0n);
  const better = (a: Ranked, b: Ranked) => a.part * b.whole > b.part * a.whole;
  return new Map(
    withWhole.map((one) => [one.id, 1 + withWhole.filter((other) => better(other, one)).length]),
  );
}
