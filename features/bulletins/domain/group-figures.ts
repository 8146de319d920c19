import type { Light } from '#kernel/light';
import type { FenDigits, FigureRow, GroupFigures, LightTally } from './figures.ts';
import { percentOf } from './percent.ts';

/** The sums of some rows. `before` are the rows of the same group in the month before, as they were then. */
export function groupFigures(
  rows: readonly FigureRow[],
  before: readonly Pick<FigureRow, 'light'>[] | null,
): GroupFigures {
  const reported = rows.filter(({ actualFen }) => actualFen !== null);
  const planFen = sumOf(rows, 'planFen');
  const planYearFen = sumOf(rows, 'planYearFen');
  const actualFen = sumOf(rows, 'actualFen');
  return {
    projects: rows.length,
    reported: reported.length,
    lights: tallyOf(rows),
    before: before ? tallyOf(before) : null,
    planFen: digits(planFen),
    planYearFen: digits(planYearFen),
    actualFen: digits(actualFen),
    completion: percentOf(actualFen, planFen),
    reportedCompletion: percentOf(actualFen, sumOf(reported, 'planFen')),
    plannedProgress: percentOf(planFen, planYearFen),
    actualProgress: percentOf(actualFen, planYearFen),
  };
}

export function tallyOf(rows: readonly { readonly light: Light }[]): LightTally {
  const count = (wanted: Light) => rows.filter(({ light }) => light === wanted).length;
  return { green: count('green'), yellow: count('yellow'), red: count('red'), grey: count('grey') };
}

function sumOf(rows: readonly FigureRow[], field: 'planFen' | 'planYearFen' | 'actualFen'): bigint {
  return rows.reduce((sum, row) => sum + BigInt(row[field] ?? 0), 0n);
}

function digits(fen: bigint): FenDigits {
  return `${fen}`;
}
