import type { Corrections } from './correction.ts';
import type { Dictionary } from './dictionary.ts';

/** What is known of the data rows when sums are checked against them. */
export type Judged = {
  /** Accepted rows by `rowRef`. */
  readonly accepted: ReadonlySet<string>;
  readonly corrections: Corrections;
  readonly dictionary: Dictionary;
};
