import { parentPort, workerData } from 'node:worker_threads';
import { read, set_cptable, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import type { Merge, Row, Sheet, Workbook } from '../workbook.ts';
import { oldCell } from './old-cell.ts';

/** What is sent back to the reader. */
export type WorkerAnswer = { workbook: Workbook } | { refused: 'password' | 'too-many-cells' | 'unreadable' };

const { bytes, cells: mostCells } = workerData as { bytes: Uint8Array; cells: number };
set_cptable(codePages);
parentPort?.postMessage(answer());

function answer(): WorkerAnswer {
  let book: WorkBook;
  try {
    book = read(bytes, { type: 'array', dense: true, cellNF: true, cellStyles: true, cellText: true });
  } catch (error) {
    return { refused: /password|encrypt/i.test(String(error)) ? 'password' : 'unreadable' };
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  let left = mostCells;
  const sheets: Sheet[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    const rows = rowsOf(sheet, date1904);
    for (const row of rows.values()) left -= row.cells.size;
    if (left < 0) return { refused: 'too-many-cells' };
    sheets.push(sheetOf(name, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0, sheet, rows));
  }
  return sheets.length === 0 ? { refused: 'unreadable' } : { workbook: { format: 'xls', sheets } };
}

function sheetOf(name: string, hidden: boolean, sheet: WorkSheet, rows: Map<number, Row>): Sheet {
  const hiddenColumns = new Set<number>();
  for (const [index, column] of (sheet['!cols'] ?? []).entries())
    if (column?.hidden) hiddenColumns.add(index + 1);
  const merges: Merge[] = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    fromRow: s.r + 1,
    fromColumn: s.c + 1,
    toRow: e.r + 1,
    toColumn: e.c + 1,
  }));
  const area = sheet['!ref'] ? utils.decode_range(sheet['!ref']) : undefined;
  let lastRow = area && rows.size > 0 ? area.e.r + 1 : 0;
  let lastColumn = 0;
  for (const row of rows.values()) {
    lastRow = Math.max(lastRow, row.number);
    for (const column of row.cells.keys()) lastColumn = Math.max(lastColumn, column);
  }
  return { name, hidden, lastRow, lastColumn, rows, merges, hiddenColumns };
}

function rowsOf(sheet: WorkSheet, date1904: boolean): Map<number, Row> {
  const rows = new Map<number, Row>();
  const heights = sheet['!rows'] ?? [];
  for (const [index, line] of (sheet['!data'] ?? []).entries()) {
    const number = index + 1;
    const cells: [number, NonNullable<ReturnType<typeof oldCell>>][] = [];
    for (const [at, found] of (line ?? []).entries()) {
      const cell = found && oldCell(number, at + 1, found, date1904);
      if (cell) cells.push([at + 1, cell]);
    }
    if (line) rows.set(number, { number, hidden: heights[index]?.hidden === true, cells: new Map(cells) });
  }
  return rows;
}
