import type { ListRecord } from './list-record.ts';
import { monthColumns } from './month-plan.ts';
import type { RowCells } from './row-cells.ts';

/** What the numbers of one accepted row say against one another. */
export function checkListRecord(cells: RowCells, record: ListRecord): void {
  const [total, before, plan] = [record.totalFen, record.doneBeforeFen, record.planYearFen].map(fen);
  const months = record.cumPlanFen;
  if (months && plan !== null && plan !== undefined && coversYear(cells)) {
    const sum = BigInt(months[11] ?? '0');
    if (sum !== plan) cells.report('plan-sum-mismatch', 'planYearFen', sum > plan ? '偏大' : '偏小');
  }
  if (total === null || total === undefined || plan === null || plan === undefined) return;
  if (total < plan) cells.report('total-lt-plan', 'totalFen');
  else if ((before ?? 0n) + plan > total) cells.report('done-plan-gt-total', 'totalFen');
}

/** Columns for only part of the year cannot add up to it. */
function coversYear(cells: RowCells): boolean {
  const months = monthColumns(cells.table.columns);
  if (!months.has(12)) return false;
  return months.size === 12 || [...months.values()].every((c) => c.lastMonthOfSpan || c.cumulative);
}

function fen(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
