/** Characters of a line of the page: 178 mm in 16 pt. */
const charactersInLine = 31;

/** A text as one paragraph of so many lines, `less` by what stands before it; what is left out is marked 「……」. */
export function shorten(text: string, lines: number, less = 0): string {
  const paragraph = text.replace(/\s+/g, ' ').trim();
  // A line may end some characters early, where the next mark must not begin one.
  const room = 10 * (lines * (charactersInLine - 1) - less);
  if (widthOf(paragraph) <= room) return paragraph;
  let width = 20;
  let kept = '';
  for (const character of paragraph) {
    width += widthOf(character);
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}……`;
}

/** In tenths of a full-width character: Latin letters and figures take a bit more than half of one. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' || character === '…' ? 10 : 6), 0);
}
