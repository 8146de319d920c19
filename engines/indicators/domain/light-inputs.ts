import type { Fen } from '#kernel/money';
import type { Month } from '#kernel/month';

/** Which band or state each dimension was in at an earlier month-end, before any consecutive rule. */
export type EarlierOutcome = { readonly month: Month; readonly outcomes: Readonly<Record<string, string>> };

/** Everything a light is made from; stored with it, so that it can be made again. */
export type LightInputs = {
  readonly month: Month;
  readonly category: 'building' | 'new-start';
  readonly plannedStartMonth: Month | null;
  readonly planToMonthFen: Fen | null;
  readonly planYearFen: Fen | null;
  /** Null: no report for the month, or one without a cumulative amount. */
  readonly actualToMonthFen: Fen | null;
  readonly started: boolean;
  readonly startMonth: Month | null;
  /** Null: no report up to the month said anything. */
  readonly entered: boolean | null;
  /** Latest first; only kept where a rule asks for months in a row. */
  readonly earlier: readonly EarlierOutcome[];
  /** The plan version and the report the figures stand in. */
  readonly planNumber: number | null;
  readonly reportNumber: number | null;
};
