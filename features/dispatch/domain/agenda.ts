import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';

/** What a project was, the month shown first, and the two before it. */
export type ProjectCourse = {
  readonly projectId: string;
  readonly lights: readonly (Light | null)[];
  /** Cumulated plan and actual; null where there is none. */
  readonly figures: readonly ({ readonly planFen: bigint; readonly actualFen: bigint } | null)[];
};

/** Red in the month shown and not red in the month before; the first month of a project counts as new. */
export function isNewlyRed({ lights: [now, before] }: ProjectCourse): boolean {
  return now === 'red' && before !== 'red';
}

/**
 * Its share of the plan to date fell in each of the last two months, and it is not on schedule. A month without figures
 * breaks the row: what nobody reported is not worse, it is unknown.
 */
export function isWorseTwice({ lights: [now], figures: [third, second, first] }: ProjectCourse): boolean {
  if (now !== 'red' && now !== 'yellow') return false;
  if (!first || !second || !third) return false;
  return fell(first, second) && fell(second, third);
}

type Figures = { readonly planFen: bigint; readonly actualFen: bigint };

/** Shares compared without rounding; a zero plan has none. */
function fell(before: Figures, after: Figures): boolean {
  if (before.planFen <= 0n || after.planFen <= 0n) return false;
  return after.actualFen * before.planFen < before.actualFen * after.planFen;
}

export function shortfallOf({ figures: [now] }: ProjectCourse): bigint {
  return now ? now.planFen - now.actualFen : 0n;
}

/** Those that lack most first; where two lack the same, by id, so that the same data propose the same order. */
export function byShortfall(a: ProjectCourse, b: ProjectCourse): number {
  const [x, y] = [shortfallOf(a), shortfallOf(b)];
  if (x !== y) return x > y ? -1 : 1;
  return a.projectId < b.projectId ? -1 : 1;
}

export const agendaSources = ['undone', 'matter', 'newly-red', 'worsened', 'common', 'gap', 'hand'] as const;
export type AgendaSource = (typeof agendaSources)[number];

/** What an item stands for: the same is proposed once in a meeting. */
export const keyOf = {
  decision: (decisionId: string) => `decision ${decisionId}`,
  matter: (matterId: string) => `matter ${matterId}`,
  project: (projectId: string) => `project ${projectId}`,
  cause: (cause: string, month: Month) => `cause ${cause} ${month}`,
  gap: (kind: string, month: Month) => `gap ${kind} ${month}`,
} as const;
