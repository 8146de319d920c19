export { cellRef, columnName, parseArea, parseRef } from './cell-ref.ts';
export { defaultLimits, type Limits } from './limits.ts';
export type { Column, Table } from './out/table.ts';
export { csvStream, writeCsv } from './out/write-csv.ts';
export { type Tables, tableBytes, tableStream, writeTable, writeTables } from './out/write-table.ts';
export { readRows } from './read-rows.ts';
export { type ReadOptions, readWorkbook } from './read-workbook.ts';
export type { Source } from './source.ts';
export type { Cell, CellKind, Merge, Row, Sheet, Workbook, WorkbookFormat } from './workbook.ts';
