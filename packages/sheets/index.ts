export { cellRef, columnName, parseArea, parseRef } from './cell-ref.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { readWorkbook } from './read-workbook.ts';
export type { Cell, CellKind, Merge, Row, Sheet, Workbook, WorkbookFormat } from './workbook.ts';
