import type { Fen } from '#kernel/money';

/** What a restructuring must carry over to the fen: nothing of it may appear twice or vanish. */
export type Amounts = {
  readonly totalFen: Fen | null;
  readonly doneBeforeFen: Fen | null;
  /** The year's plan as approved, and its twelve months. */
  readonly planYearFen: Fen | null;
  readonly monthsFen: readonly (Fen | null)[];
  /** Verified this year up to the month before the restructuring. */
  readonly reportedFen: Fen | null;
};

export type Quantity = 'total' | 'doneBefore' | 'planYear' | 'reported' | `month-${number}`;

export type Difference = {
  readonly quantity: Quantity;
  readonly wholeFen: Fen | null;
  readonly partsFen: Fen | null;
  readonly differenceFen: Fen;
};

/** Every quantity of some amounts in one order. */
export function quantitiesOf(amounts: Amounts): [Quantity, Fen | null][] {
  return [
    ['total', amounts.totalFen],
    ['doneBefore', amounts.doneBeforeFen],
    ['planYear', amounts.planYearFen],
    ...Array.from({ length: 12 }, (_, at): [Quantity, Fen | null] => [
      `month-${at + 1}`,
      amounts.monthsFen[at] ?? null,
    ]),
    ['reported', amounts.reportedFen],
  ];
}

/** Nothing known of any is nothing known of all; else an unknown one adds nothing. */
export function sumOf(amounts: readonly (Fen | null)[]): Fen | null {
  const known = amounts.filter((fen) => fen !== null);
  return known.length === 0 ? null : known.reduce((sum, fen) => sum + fen, 0n);
}

export function sumAmounts(all: readonly Amounts[]): Amounts {
  return {
    totalFen: sumOf(all.map((one) => one.totalFen)),
    doneBeforeFen: sumOf(all.map((one) => one.doneBeforeFen)),
    planYearFen: sumOf(all.map((one) => one.planYearFen)),
    monthsFen: Array.from({ length: 12 }, (_, at) => sumOf(all.map((one) => one.monthsFen[at] ?? null))),
    reportedFen: sumOf(all.map((one) => one.reportedFen)),
  };
}

/** Where parts do not add up to their whole, quantity by quantity; a blank and a nought are the same amount. */
export function differencesOf(whole: Amounts, parts: readonly Amounts[]): Difference[] {
  const sums = new Map(quantitiesOf(sumAmounts(parts)));
  return quantitiesOf(whole).flatMap(([quantity, wholeFen]) => {
    const partsFen = sums.get(quantity) ?? null;
    const differenceFen = (partsFen ?? 0n) - (wholeFen ?? 0n);
    return differenceFen === 0n ? [] : [{ quantity, wholeFen, partsFen, differenceFen }];
  });
}
