/** A line of the text that stays, with what stands on it but is not read. */
export type Line = {
  readonly text: string;
  /** Characters from the start of the text. */
  readonly start: number;
  /** From 1. */
  readonly number: number;
  /** Whether its sentence goes on in the next line. */
  readonly runsOn: boolean;
  /** Whether it opens a row of a task table. */
  readonly opensRow: boolean;
  masked(index: number): boolean;
};

/** Wide characters count two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += char.charCodeAt(0) > 0x2e7f || '“”‘’…—'.includes(char) ? 2 : 1;
  return width;
}
