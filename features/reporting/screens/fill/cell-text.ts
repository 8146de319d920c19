import { formatMoney } from '#kernel/money';
import type { ReportingRow, StepDue } from '../../contract.ts';
import type { Setting } from '../grid/read-fact.ts';
import { showFact } from '../grid/show-fact.ts';
import { type Entry, factsOf } from '../queue/entry.ts';
import { gridColumns } from './columns.ts';
import { stateNameOf } from './row-facts.ts';

type Words = { readonly setting: Setting; readonly steps: readonly StepDue[] };

/** What stands in a cell, as it is shown and as it is copied. */
export function cellText(
  row: ReportingRow,
  entry: Entry | undefined,
  at: number,
  { setting: { unit }, steps }: Words,
): string {
  const column = gridColumns[at];
  if (!column) return '';
  if (column.isName) return row.name;
  if (column.shown) {
    const fen = row[column.shown];
    return fen === null ? '' : formatMoney(BigInt(fen), unit);
  }
  if (!column.fact) return stateNameOf(row, entry, steps);
  if (!entry) return '';
  return entry.unread[column.fact]?.text ?? showFact(column.fact, factsOf(entry)[column.fact], unit);
}
