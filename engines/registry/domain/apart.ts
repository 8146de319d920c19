import type { Month } from '#kernel/month';

/** From a month on counted elsewhere (拆分, 合并, 打捆): another card's money stands for this one's. */
export type Apart = {
  readonly fromMonth: Month;
  /** The first month in which it counts again. */
  readonly untilMonth: Month | null;
  readonly reason: string;
};

/** Why a project does not count in a month by itself; undefined: it counts. */
export function apartIn(apart: Apart | null | undefined, month: Month): string | undefined {
  if (!apart || month < apart.fromMonth) return undefined;
  return apart.untilMonth !== null && month >= apart.untilMonth ? undefined : apart.reason;
}
