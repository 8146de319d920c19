import type { ClockRun } from './clock-rule.ts';
import type { Given } from './event.ts';

/** What the events of a matter say together. */
export type Matter = {
  readonly kind: string;
  readonly title: string;
  readonly state: string;
  readonly lead?: string;
  readonly support: readonly string[];
  readonly raiser?: string;
  readonly level?: string;
  /** The last value given of each field. */
  readonly given: Given;
  readonly clocks: readonly ClockRun[];
  readonly bounces: number;
  readonly redos: number;
  readonly satisfaction?: number;
  /** Rungs that fired, as `run/rung`. */
  readonly rungs: readonly string[];
  readonly openedAt: Date;
  readonly closedAt?: Date;
  /** Number of the last event; what an edit must know. */
  readonly version: number;
};
