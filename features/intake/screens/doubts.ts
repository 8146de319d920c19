import type { SheetView } from '../contract.ts';

/** What is doubtful of the sheet as a whole; doubts of a column stand beside it. */
export function sheetDoubts({ doubts, columns }: SheetView): readonly string[] {
  return doubts.filter((text) => !columns.some(({ doubt }) => doubt !== undefined && text.endsWith(doubt)));
}

export function doubtCount(sheets: readonly SheetView[]): number {
  const inColumns = sheets.flatMap(({ columns }) => columns).filter(({ doubt }) => doubt !== undefined);
  return inColumns.length + sheets.flatMap(sheetDoubts).length;
}
