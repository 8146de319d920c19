import type { Light } from '#kernel/light';
import type { PlainDate } from '#kernel/plain-date';
import type { Bounds } from './cut.ts';
import type { FormulaId } from './formula.ts';

/** Months of the year (1 to 12) a rule is for; absent: all. */
type ForMonths = { readonly months?: readonly number[] };

/** A range of the formula's values and its light. */
export type Band = Bounds & ForMonths & { readonly id: string; readonly light: Light };

/** A case in which the formula has no value. */
export type StateRule = ForMonths & { readonly state: string; readonly light: Light };

/** Another light once a subject was in one of these bands or states for so many months in a row. */
export type ConsecutiveRule = {
  readonly of: readonly string[];
  readonly months: number;
  readonly light: Light;
  /** Whether December counts with the January after it. Must be said: January has to have a light too. */
  readonly newYear: 'restart' | 'continue';
};

export type Dimension = {
  readonly id: string;
  readonly name: string;
  readonly formula: FormulaId;
  /** Absent: that of the whole rule set. */
  readonly basis?: string;
  readonly states: readonly StateRule[];
  readonly bands: readonly Band[];
  readonly consecutive?: readonly ConsecutiveRule[];
};

/** Rules as data: a city's pack or screen writes them, `proveRuleSet` proves that they leave no value without one light. */
export type RuleSet = {
  readonly id: string;
  readonly name: string;
  readonly effectiveFrom: PlainDate;
  /** A clause, or 平台默认值. */
  readonly basis: string;
  /** The day of the following month on which a month is evaluated. */
  readonly evaluationDay: number;
  /** The overall light is the first of these that some dimension shows. */
  readonly order: readonly Light[];
  readonly dimensions: readonly Dimension[];
};

export const platformDefault = '平台默认值';
