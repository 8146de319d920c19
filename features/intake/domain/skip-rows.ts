import { type Finding, finding } from './finding.ts';
import type { Judged } from './judged.ts';
import type { SheetTables } from './read-sheets.ts';
import type { SkipResult } from './result.ts';
import { rowsOfSection } from './sum-coverage.ts';
import { checkSum } from './sums.ts';
import type { Table, TableRow } from './table.ts';

/** Rows that are no data, with what sums and section titles claim. */
export function skipRows(read: SheetTables, judged: Judged): SkipResult[] {
  const found: SkipResult[] = [...read.skip];
  for (const table of read.tables) {
    const sheet = table.grid.sheet.name;
    for (const row of table.rows) {
      if (row.kind === 'data') continue;
      const skip = { sheet, row: row.row, why: row.kind };
      if (row.kind === 'section') found.push(sectionSkip(skip, table, row, judged));
      else if (row.kind === 'subtotal' || row.kind === 'total')
        found.push(joined(skip, checkSum(table, row, judged, read.tables)));
      else found.push(skip);
    }
  }
  return found.sort((a, b) => a.row - b.row);
}

function sectionSkip(skip: SkipResult, table: Table, row: TableRow, judged: Judged): SkipResult {
  const findings: Finding[] = [];
  const count = row.section?.count;
  const real = rowsOfSection(table, row).length;
  if (count !== undefined && count !== real) {
    const [cell] = table.grid.filled(row.row);
    const place = {
      sheet: skip.sheet,
      row: row.row,
      column: { number: cell?.column ?? 1, header: '' },
      cell,
    };
    findings.push(finding('section-count-mismatch', place, `${count}个，实为${real}个`));
  }
  const sum = checkSum(table, row, judged);
  if (Object.keys(sum.statedFen).length === 0) return joined(skip, { findings });
  return joined(skip, { ...sum, findings: [...findings, ...sum.findings] });
}

function joined<T extends { findings: readonly Finding[] }>(skip: SkipResult, more: T): SkipResult {
  const { findings, ...rest } = more;
  return findings.length > 0 ? { ...skip, ...rest, findings } : { ...skip, ...rest };
}
