/** GB/T 9704-2012, 5: the page, the text area, and the lines and characters in it. */
export const layout = {
  pageMm: { width: 210, height: 297 },
  topMm: 37,
  leftMm: 28,
  textMm: { width: 156, height: 225 },
  linesPerPage: 22,
  charactersPerLine: 28,
  /** 3号. */
  bodyPt: 16,
  /** 2号. */
  titlePt: 22,
  /** 4号: page numbers, 抄送 and 印发. */
  smallPt: 14,
  /** 小四: tables. */
  tablePt: 12,
  markPt: 36,
  /** Of the rule of the page number below the text. */
  pageNumberBelowMm: 7,
  red: 'e60012',
} as const;

export const rightMm = layout.pageMm.width - layout.leftMm - layout.textMm.width;
export const bottomMm = layout.pageMm.height - layout.topMm - layout.textMm.height;

const ptPerMm = 72 / 25.4;
/** From one character to the next, and from one line to the next. */
export const characterPt = (layout.textMm.width * ptPerMm) / layout.charactersPerLine;
export const linePt = (layout.textMm.height * ptPerMm) / layout.linesPerPage;

/** The red mark stands on one line, however long the office's name is. */
export function markPt(mark: string): number {
  return Math.min(layout.markPt, Math.floor((layout.textMm.width * ptPerMm) / Math.max(mark.length, 1)));
}

export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
