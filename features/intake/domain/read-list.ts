import type { Workbook } from '#sheets';
import type { Mapping } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { type ListRecord, readListRecord } from './list-record.ts';
import { checkListRecord } from './list-rules.ts';
import { readTables } from './read-sheets.ts';
import { type ReadResult, type RowResult, rowRef } from './result.ts';
import { type RowCells, rowCells } from './row-cells.ts';
import { nameKey } from './spelling.ts';
import { resultOf } from './whole-result.ts';

export type ListSetting = { readonly year: number; readonly mapping?: Mapping };

/** Reads a yearly list of projects. */
export function readList(
  workbook: Workbook,
  dictionary: Dictionary,
  setting: ListSetting,
): ReadResult<ListRecord> {
  const reads = readTables(workbook, { kind: 'list', dictionary, ...setting });
  const first = { names: new Map<string, string>(), codes: new Map<string, string>() };
  const rows: RowResult<ListRecord>[] = [];
  for (const { tables } of reads) {
    for (const table of tables) {
      for (const tableRow of table.rows) {
        if (tableRow.kind !== 'data') continue;
        const cells = rowCells(table, tableRow, dictionary);
        const { record, nameRead } = readListRecord(cells, setting.year);
        const { name: sheet } = table.grid.sheet;
        const { row } = tableRow;
        if (!record) {
          rows.push({
            sheet,
            row,
            status: 'rejected',
            record: null,
            nameRead,
            key: null,
            findings: cells.findings,
          });
          continue;
        }
        checkListRecord(cells, record);
        const duplicateOf = duplicate(cells, record, first, rowRef(sheet, row));
        rows.push({
          sheet,
          row,
          status: 'accepted',
          record,
          nameRead,
          ...(duplicateOf ? { duplicateOf } : {}),
          findings: cells.findings,
        });
      }
    }
  }
  return resultOf('list', reads, rows, { dictionary, corrections: new Map() });
}

type Seen = { readonly names: Map<string, string>; readonly codes: Map<string, string> };

/** A row with the name of an earlier row, or else its code, is that project once more; the first row stands for it. */
function duplicate(cells: RowCells, record: ListRecord, seen: Seen, ref: string): string | undefined {
  const name = nameKey(record.name);
  const byName = seen.names.get(name);
  const byCode = record.code === null ? undefined : seen.codes.get(record.code);
  if (byName !== undefined) cells.report('duplicate-name', 'name', where(byName));
  else if (byCode !== undefined) cells.report('duplicate-code', 'code', where(byCode));
  const earlier = byName ?? byCode;
  if (byName === undefined) seen.names.set(name, earlier ?? ref);
  if (byCode === undefined && record.code !== null) seen.codes.set(record.code, earlier ?? ref);
  return earlier;
}

function where(ref: string): string {
  const [sheet, row] = ref.split('!');
  return `“${sheet}”第${row}行`;
}
