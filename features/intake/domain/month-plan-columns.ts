import { type Column, monthOf } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import type { Grid } from './grid.ts';
import { readAmount } from './read-amount.ts';
import { spelling } from './spelling.ts';

/** 「分月计划为累计数」. */
export function saysCumulative(text: string): boolean {
  return /(?:分月|月度|各月|逐月).{0,10}(?:为|按|均|系|是).{0,4}累计/.test(spelling(text));
}

/**
 * Whether month plans count from January though no header says so: in nearly every row they never fall, end at the
 * year's plan, and would exceed it if they were added up.
 */
export function looksCumulative(
  grid: Grid,
  rows: readonly number[],
  columns: readonly Column[],
  { emptyMarks }: Dictionary,
): boolean {
  const months = columns
    .filter((c) => monthOf(c.field) !== undefined)
    .sort((a, b) => (monthOf(a.field) ?? 0) - (monthOf(b.field) ?? 0));
  const plan = columns.find((c) => c.field === 'planYearFen');
  if (
    !plan ||
    months.length < 4 ||
    months.some((c) => c.cumulative) ||
    monthOf(months.at(-1)?.field ?? null) !== 12
  )
    return false;
  const fenAt = (row: number, column: Column) =>
    readAmount(grid.spanned(row, column.number), column.unit ?? '万元', emptyMarks).fen;
  let [counted, added] = [0, 0];
  for (const row of rows) {
    const year = fenAt(row, plan);
    const amounts = months.map((c) => fenAt(row, c)).filter((fen) => fen !== null);
    if (year === null || year <= 0n || amounts.length < 3) continue;
    const sum = amounts.reduce((a, b) => a + b, 0n);
    if (sum === year) added++;
    else if (amounts.at(-1) === year && amounts.every((fen, i) => i === 0 || fen >= (amounts[i - 1] ?? 0n)))
      counted++;
  }
  return counted >= 3 && counted >= (counted + added) * 0.8;
}
