/** How often a measure is reported on. */
export const cadences = ['day', 'week', 'ten-days', 'month', 'quarter', 'half-year', 'year'] as const;

export type Cadence = (typeof cadences)[number];

/** By the words of the reader; the most frequent of several holds. */
const read: Readonly<Record<string, Cadence>> = {
  day: 'day',
  week: 'week',
  tenDays: 'ten-days',
  month: 'month',
  quarter: 'quarter',
  halfYear: 'half-year',
  year: 'year',
};

export function cadenceOf(periods: readonly string[]): Cadence | null {
  const said = new Set(periods.map((one) => read[one]));
  return cadences.find((one) => said.has(one)) ?? null;
}
