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

/**
 * GB/T 9704-2012, 10.1 信函格式, for paper that is printed already with the office's name and two red double lines.
 * Nothing of ours stands between `nameTopMm` and the first line, nor on the last one.
 */
export const letterLayout = {
  /** 发文机关标志: its upper edge, and the room a line of it takes. */
  nameTopMm: 30,
  nameMm: 13,
  /** From the name to the first double line, and from the last one to the lower edge of the page. */
  firstRuleBelowNameMm: 4,
  lastRuleAboveEdgeMm: 20,
  ruleMm: 170,
  /** 发文字号 stands below the first line by 7/8 of the height of a 3号 character. */
  numberBelowRulePt: (16 * 7) / 8,
} as const;

/** The first red double line, from the upper edge of the page. */
export const firstRuleMm = letterLayout.nameTopMm + letterLayout.nameMm + letterLayout.firstRuleBelowNameMm;

export const rightMm = layout.pageMm.width - layout.leftMm - layout.textMm.width;
export const bottomMm = layout.pageMm.height - layout.topMm - layout.textMm.height;

const ptPerMm = 72 / 25.4;
/** From one character to the next, and from one line to the next. */
export const characterPt = (layout.textMm.width * ptPerMm) / layout.charactersPerLine;
export const linePt = (layout.textMm.height * ptPerMm) / layout.linesPerPage;

/** From the upper edge of the text area to that of a letter's number. */
export const letterNumberPt = (firstRuleMm - layout.topMm) * ptPerMm + letterLayout.numberBelowRulePt;

/** The red mark stands on one line, however long the office's name is. */
export function markPt(mark: string): number {
  return Math.min(layout.markPt, Math.floor((layout.textMm.width * ptPerMm) / Math.max(mark.length, 1)));
}

export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
