import { type Ranked, ranksOf } from '#kernel/rank';
import type { NamedGroup, RankingLine } from './figures.ts';

/**
 * By completion to the month, the best first; equals share a rank and the next is skipped (1, 2, 2, 4). Groups without
 * a plan stand at the end without one.
 */
export function rankingOf(
  groups: readonly NamedGroup[],
  before: readonly NamedGroup[] | null,
): RankingLine[] {
  const now = ranksOf(groups.map(toRank));
  const then = ranksOf((before ?? []).map(toRank));
  const lines = groups.map(({ id, name, completion }) => ({
    ...{ id, name, completion },
    rank: now.get(id) ?? null,
    previousRank: then.get(id) ?? null,
  }));
  const unranked = groups.length + 1;
  return lines.toSorted((a, b) => (a.rank ?? unranked) - (b.rank ?? unranked));
}

function toRank({ id, planFen, actualFen }: NamedGroup): Ranked {
  return { id, part: BigInt(actualFen), whole: BigInt(planFen) };
}

/** The first and the last of a ranking, at most three each and nobody on both sides. */
export function endsOf(ranking: readonly RankingLine[]): {
  readonly first: readonly RankingLine[];
  readonly last: readonly RankingLine[];
} {
  const ranked = ranking.filter(({ rank }) => rank !== null);
  const each = Math.min(3, Math.floor(ranked.length / 2));
  return { first: ranked.slice(0, each), last: each === 0 ? [] : ranked.slice(-each) };
}
