import type { Fen } from '#kernel/money';

export type Ranked = { readonly id: string; readonly planFen: Fen; readonly actualFen: Fen };

/** Places by completion to the month; equals share one and the next is skipped. Without a plan there is no place. */
export function placesOf(groups: readonly Ranked[]): Map<string, number> {
  const planned = groups.filter(({ planFen }) => planFen > 0n);
  const better = (a: Ranked, b: Ranked) => a.actualFen * b.planFen > b.actualFen * a.planFen;
  return new Map(planned.map((one) => [one.id, 1 + planned.filter((other) => better(other, one)).length]));
}
