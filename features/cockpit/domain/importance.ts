import type { Fen } from '#kernel/money';

/** How much a project weighs beside others: the greatest weight of whatever applies to it. */
export type ImportanceRule = {
  /** A clause, or 平台默认值. */
  readonly basis: string;
  readonly otherwise: number;
  readonly totals: readonly { readonly fromFen: Fen; readonly weight: number }[];
  readonly lists: readonly { readonly list: string; readonly weight: number }[];
};

export type Candidate = {
  readonly subjectId: string;
  /** Planned to the month and not done. */
  readonly shortfallFen: Fen;
  readonly totalFen: Fen | null;
  readonly lists: readonly string[];
};

export type Weighed = Candidate & { readonly weight: number };

export function weightOf(
  rule: ImportanceRule,
  { totalFen, lists }: Pick<Candidate, 'totalFen' | 'lists'>,
): number {
  const byTotal = rule.totals.filter(({ fromFen }) => totalFen !== null && totalFen >= fromFen);
  const byList = rule.lists.filter(({ list }) => lists.includes(list));
  const applying = [...byTotal, ...byList].map(({ weight }) => weight);
  return applying.length > 0 ? Math.max(...applying) : rule.otherwise;
}

/** By importance × shortfall, the greatest first; equals in the order of their shortfall, then of their ids. */
export function byUrgency(rule: ImportanceRule, candidates: readonly Candidate[]): Weighed[] {
  const score = ({ shortfallFen, weight }: Weighed) => shortfallFen * BigInt(weight);
  return candidates
    .map((one) => ({ ...one, weight: weightOf(rule, one) }))
    .toSorted(
      (a, b) =>
        compare(score(b), score(a)) ||
        compare(b.shortfallFen, a.shortfallFen) ||
        (a.subjectId < b.subjectId ? -1 : 1),
    );
}

/**
 * Whether those not read yet, none of which lacks more than the last one read, can come before the last of the chosen,
 * however important they are.
 */
export function mayBeOutrun(
  rule: ImportanceRule,
  chosen: readonly Weighed[],
  leastShortfallFen: Fen,
): boolean {
  const last = chosen.at(-1);
  if (!last) return true;
  const most = Math.max(rule.otherwise, ...[...rule.totals, ...rule.lists].map(({ weight }) => weight));
  return leastShortfallFen * BigInt(most) > last.shortfallFen * BigInt(last.weight);
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a > b ? 1 : -1;
}
