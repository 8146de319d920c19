export { annotateWorkbook } from './annotate/annotate-workbook.ts';
export { type Finding, findingsSheetName } from './annotate/finding.ts';
export { findingsTable } from './annotate/findings-table.ts';
export { cellRef, columnName, parseArea, parseRef } from './cell-ref.ts';
export type { Fill, FillValue } from './edit/fill.ts';
export { fillWorkbook } from './edit/fill-workbook.ts';
export { defaultLimits, type Limits } from './limits.ts';
export type { Column, Entry, Table } from './out/table.ts';
export { tableOnDisk } from './out/table-on-disk.ts';
export { csvStream, writeCsv } from './out/write-csv.ts';
export {
  type Tables,
  tableBytes,
  tablePieces,
  tableStream,
  writeTable,
  writeTables,
} from './out/write-table.ts';
export { zipBytes } from './out/zip.ts';
export { readRows } from './read-rows.ts';
export { type ReadOptions, readWorkbook } from './read-workbook.ts';
export type { Source } from './source.ts';
export type { Cell, CellKind, Merge, Row, Sheet, Workbook, WorkbookFormat } from './workbook.ts';
