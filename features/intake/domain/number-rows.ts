import type { ListRecord } from './list-record.ts';
import { type RowResult, rowRef } from './result.ts';

/** Gives accepted projects their keys in the order of the list: prefix, two digits of the year, serial (DL23-001). */
export function numberRows(
  rows: readonly RowResult<ListRecord>[],
  { prefix, year, from = 1 }: { readonly prefix: string; readonly year: number; readonly from?: number },
): RowResult<ListRecord>[] {
  const keys = new Map<string, string>();
  let serial = from;
  return rows.map((row) => {
    if (row.status !== 'accepted') return { ...row, key: null };
    const ref = rowRef(row.sheet, row.row);
    if (row.duplicateOf !== undefined)
      return { ...row, key: null, duplicateOf: keys.get(row.duplicateOf) ?? row.duplicateOf };
    const key = `${prefix}${String(year % 100).padStart(2, '0')}-${String(serial++).padStart(3, '0')}`;
    keys.set(ref, key);
    return { ...row, key };
  });
}
