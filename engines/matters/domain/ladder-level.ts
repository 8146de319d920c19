import type { Ladder } from './ladder.ts';

/** How high a level stands, from 0; none, or one the ladder no longer has, stands at the foot. */
export function levelRank(ladder: Ladder, level: string | undefined): number {
  return Math.max(
    0,
    ladder.levels.findIndex(({ id }) => id === level),
  );
}
