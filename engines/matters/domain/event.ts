import type { PlainDate } from '#kernel/plain-date';
import type { ClockRule } from './clock-rule.ts';
import type { Seat } from './definition.ts';
import type { MatterId } from './identity.ts';

/** Who did it. `seat` is the place he did it from. */
export type EventBy = {
  readonly accountId: string;
  readonly name: string;
  readonly orgId?: string;
  readonly seat: Seat;
};

/** Values given with an action, by field. */
export type Given = Readonly<Record<string, unknown>>;

/** Clocks that begin with this event, each with the rule it will be held to. */
export type StartedClocks = Readonly<Record<string, ClockRule>>;

export type EventFact =
  | {
      readonly type: 'opened';
      readonly title: string;
      readonly given: Given;
      readonly lead?: string;
      readonly support: readonly string[];
      readonly raiser?: string;
      readonly level?: string;
      /** Why this level: the rule met, or the override's reason. */
      readonly levelBasis?: string;
      readonly starts: StartedClocks;
    }
  | {
      readonly type: 'acted';
      readonly action: string;
      readonly from: string;
      readonly to: string;
      readonly given: Given;
      readonly lead?: string;
      readonly support?: readonly string[];
      readonly starts: StartedClocks;
    }
  | {
      readonly type: 'paused';
      readonly clock: string;
      readonly kind: string;
      readonly reason: string;
      readonly approver: string;
      readonly plannedDays: number;
    }
  | { readonly type: 'resumed'; readonly clock: string; readonly reason: string }
  | { readonly type: 'handed'; readonly lead: string; readonly reason: string }
  | { readonly type: 'supported'; readonly support: readonly string[]; readonly reason: string }
  | {
      readonly type: 'levelled';
      readonly level: string;
      readonly by: 'override' | 'climb';
      readonly reason: string;
    }
  | {
      readonly type: 'rung';
      readonly rung: string;
      readonly run: string;
      readonly told: readonly string[];
      readonly drafted: boolean;
    }
  | { readonly type: 'remarked'; readonly text: string; readonly inner: boolean }
  | { readonly type: 'attached'; readonly fileId: string; readonly name: string; readonly inner: boolean }
  | { readonly type: 'linked'; readonly to: MatterId; readonly link: LinkKind }
  | {
      readonly type: 'merged';
      readonly into: MatterId;
      /** Of the other, as it reads in the timeline. */
      readonly number: string;
      readonly to: string;
      readonly reason: string;
    }
  | {
      readonly type: 'moved';
      readonly clock: string;
      readonly run: number;
      readonly was: string;
      readonly is: string;
      readonly because: string;
    };

export type LinkKind = 'blocks' | 'caused-by' | 'spawned-from' | 'split-from' | 'merged-into';

/** `on` is the day it takes effect, `at` the instant it was recorded and, for clocks, counts from. */
export type MatterEvent = {
  readonly number: number;
  readonly at: Date;
  readonly on: PlainDate;
  readonly by: EventBy;
  readonly fact: EventFact;
};
