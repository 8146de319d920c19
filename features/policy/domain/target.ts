import type { PlainDate } from '#kernel/plain-date';
import type { Place } from './script.ts';

export type TargetKind =
  | 'goal'
  | 'limit'
  | 'threshold'
  | 'amount'
  | 'cadence'
  | 'milestone'
  | 'eligibility'
  | 'scope';

export type Comparator = 'eq' | 'gte' | 'lte' | 'approx';

/** What a measure promises in numbers or by a day. */
export type Target = {
  readonly phrase: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly deadline: PlainDate | null;
  readonly kind: TargetKind;
  readonly comparator: Comparator | null;
  readonly valueMin?: number;
  readonly valueText?: string;
  readonly deadlineText?: string;
  /** The deadline stands in an earlier clause, a heading or the chapter. */
  readonly deadlineInherited?: true;
  readonly per?: string;
  /** A level to be reached, or a change against what was. */
  readonly change?: 'growth' | 'reduction';
  readonly place: Place;
  readonly confidence: number;
};
