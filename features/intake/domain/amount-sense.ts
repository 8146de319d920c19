/** What an amount's column is, as its header says. */
export type AmountMeaning = {
  /** `null`: known, but not part of the record. */
  readonly field: string | null;
  /** Sums of the column are stated under this name, though the record has no such field. */
  readonly sumAs?: 'plan';
  /** An amount that is no part of the record. */
  readonly money?: true;
  readonly score: number;
  /** A month's plan that counts from January. */
  readonly cumulative?: true;
  /** A plan for several months, kept in the last of them. */
  readonly lastMonthOfSpan?: true;
};

export type AmountSetting = {
  readonly kind: 'list' | 'report';
  readonly year: number;
  readonly month?: number;
};

/** An amount, ratio or count that nothing is done with. */
export const otherAmount: AmountMeaning = { field: null, score: 30 };
