import type { Mapping } from './column.ts';
import type { Corrections } from './correction.ts';
import type { Dictionary } from './dictionary.ts';
import type { SheetTables } from './read-sheets.ts';
import { type ReadResult, type RowResult, rowRef } from './result.ts';
import { skipRows } from './skip-rows.ts';

/** Puts rows and the rest together. */
export function resultOf<R>(
  kind: 'list' | 'report',
  reads: readonly SheetTables[],
  rows: readonly RowResult<R>[],
  { dictionary, corrections }: { readonly dictionary: Dictionary; readonly corrections: Corrections },
): ReadResult<R> {
  const accepted = new Set(rows.filter((r) => r.status === 'accepted').map((r) => rowRef(r.sheet, r.row)));
  const skip = reads.flatMap((read) => skipRows(read, { accepted, corrections, dictionary }));
  const order = new Map(reads.map((read, i) => [read.sheet.name, i]));
  const findings = [...rows.flatMap((r) => r.findings), ...skip.flatMap((s) => s.findings ?? [])].sort(
    (a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row,
  );
  const columns = reads.flatMap((read) => read.tables.flatMap((t) => t.columns));
  const mapping: Mapping = {
    columns: columns.map(({ header, field, unit }) => ({ header, field, ...(unit ? { unit } : {}) })),
  };
  return { kind, sheets: reads.map((r) => r.sheet), rows, skip, findings, mapping };
}
