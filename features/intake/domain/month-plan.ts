import { type Column, monthOf } from './column.ts';
import { amountOf, type RowCells } from './row-cells.ts';

export type MonthPlan = {
  readonly monthPlanFen: readonly (string | null)[] | null;
  readonly cumPlanFen: readonly string[] | null;
};

/** The plan of the twelve months. Cumulative columns: a blank repeats the month before, increments are the differences. */
export function monthPlanOf(cells: RowCells): MonthPlan {
  const columns = monthColumns(cells.table.columns);
  const written = new Map<number, bigint>();
  for (const [month, column] of columns) {
    const fen = amountOf(cells, column);
    if (fen !== null) written.set(month, fen);
  }
  if (written.size === 0) return { monthPlanFen: null, cumPlanFen: null };
  return isCumulative(cells.table.columns)
    ? fromCumulative(cells, columns, written)
    : fromMonths(cells, columns, written);
}

const monthsOf = new WeakMap<readonly Column[], ReadonlyMap<number, Column>>();

export function monthColumns(columns: readonly Column[]): ReadonlyMap<number, Column> {
  const known = monthsOf.get(columns);
  if (known) return known;
  const found = new Map<number, Column>();
  for (const column of columns) {
    const month = monthOf(column.field);
    if (month !== undefined) found.set(month, column);
  }
  monthsOf.set(columns, found);
  return found;
}

/** Whether month columns count from January on: one that says so speaks for all. */
export function isCumulative(columns: readonly Column[]): boolean {
  return columns.some((column) => monthOf(column.field) !== undefined && column.cumulative === true);
}

function fromMonths(
  cells: RowCells,
  columns: ReadonlyMap<number, Column>,
  written: Map<number, bigint>,
): MonthPlan {
  const [increments, sums]: [(string | null)[], string[]] = [[], []];
  let sum = 0n;
  for (let month = 1; month <= 12; month++) {
    const fen = written.get(month);
    if (fen !== undefined && fen < 0n) cells.report('month-plan-negative', columns.get(month) as Column);
    sum += fen ?? 0n;
    increments.push(fen === undefined ? null : String(fen));
    sums.push(String(sum));
  }
  return { monthPlanFen: increments, cumPlanFen: sums };
}

function fromCumulative(
  cells: RowCells,
  columns: ReadonlyMap<number, Column>,
  written: Map<number, bigint>,
): MonthPlan {
  const [increments, sums]: [string[], string[]] = [[], []];
  let before = 0n;
  for (let month = 1; month <= 12; month++) {
    const fen = written.get(month) ?? before;
    if (fen < before) cells.report('plan-cum-decreases', columns.get(month) as Column);
    increments.push(String(fen - before));
    sums.push(String(fen));
    before = fen;
  }
  return { monthPlanFen: increments, cumPlanFen: sums };
}
