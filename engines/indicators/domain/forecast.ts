import type { Fen } from '#kernel/money';
import { rational, roundHalfUp } from '#kernel/rational';

/** A year up to a month: what was done accumulated to each month from January on, and what was planned. */
export type YearSoFar = {
  /** As many as months have passed, January first. */
  readonly actualToFen: readonly Fen[];
  readonly planToMonthFen: Fen;
  readonly planYearFen: Fen;
};

export type Forecast = {
  /** Done to date ÷ share of the year's plan that was due by now. Null where nothing was due yet. */
  readonly byCompletionFen: Fen | null;
  /** Done to date, and every month left as the latest months on average. */
  readonly byRateFen: Fen;
  /** How many months that average is of: three, fewer at the beginning of a year. */
  readonly rateMonths: number;
  readonly lowFen: Fen;
  readonly highFen: Fen;
};

const ratedMonths = 3;

/** What the year will come to by two plain methods; where they differ the truth is said to lie between. */
export function forecastYear({ actualToFen, planToMonthFen, planYearFen }: YearSoFar): Forecast | undefined {
  const months = actualToFen.length;
  const actual = actualToFen.at(-1);
  if (actual === undefined || months > 12) return undefined;
  const rateMonths = Math.min(ratedMonths, months);
  const before = actualToFen[months - 1 - rateMonths] ?? 0n;
  // Where reports are missing the sum may fall; nobody undoes work, so the rate is never below zero.
  const latest = actual > before ? actual - before : 0n;
  const byRateFen = actual + roundHalfUp(rational(latest * BigInt(12 - months), BigInt(rateMonths)));
  const byCompletionFen =
    planToMonthFen > 0n ? roundHalfUp(rational(actual * planYearFen, planToMonthFen)) : null;
  const other = byCompletionFen ?? byRateFen;
  const [lowFen, highFen] = byRateFen < other ? [byRateFen, other] : [other, byRateFen];
  return { byCompletionFen, byRateFen, rateMonths, lowFen, highFen };
}
