import type { Condition } from '#kernel/condition';

/** Which projects must be entered in statistics (应统); every other project: 不适用. */
export type StatisticsSection = {
  readonly applies: Condition;
  readonly text: string;
  readonly clause?: string;
};
