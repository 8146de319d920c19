import type { Condition } from '#kernel/condition';
import type { PlainDate } from '#kernel/plain-date';
import type { TimeLimit } from './clock-rule.ts';

/** Who is told, said as a place. `leader:` posts are resolved by the pack's posts. */
export type Recipient =
  | 'lead'
  | 'support'
  | 'raiser'
  | 'district'
  | 'coordinator'
  | 'government-office'
  | 'supervision-office'
  | 'project-leader'
  | 'vice-mayor'
  | 'executive-vice-mayor'
  | 'mayor';

/** Recipients no machine presses: a rung that names one drafts a request which the government office forwards. */
export const cityLeaders: readonly Recipient[] = [
  'project-leader',
  'vice-mayor',
  'executive-vice-mayor',
  'mayor',
];

/** A level of coordination, from the lowest up. */
export type LadderLevel = {
  readonly id: string;
  readonly text: string;
  readonly to: Recipient;
  readonly clause?: string;
};

/** What makes a rung fire. Days overdue are counted from the day after the due day of the named clock. */
export type RungTrigger =
  | { readonly kind: 'due-in'; readonly clock: string; readonly before: TimeLimit }
  | {
      readonly kind: 'overdue';
      readonly clock: string;
      readonly days: number;
      readonly unit: 'day' | 'working-day';
    }
  | { readonly kind: 'bounces'; readonly count: number }
  | { readonly kind: 'redos'; readonly count: number };

export type Rung = {
  readonly id: string;
  readonly when: RungTrigger;
  readonly tell: readonly Recipient[];
  /** Raises the matter to this level. */
  readonly raiseTo?: string;
  readonly clause?: string;
  readonly basis: string;
};

export type Ladder = {
  readonly id: string;
  readonly text: string;
  readonly levels: readonly LadderLevel[];
  /** Read from the top, the first that is met names the level; where none is, the lowest. */
  readonly route: readonly { readonly when: Condition; readonly level: string; readonly clause: string }[];
  readonly rungs: readonly Rung[];
};

export type RungDay = { readonly rung: Rung; readonly firesAt: Date; readonly firesOn: PlainDate };
