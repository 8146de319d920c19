/** A piece of text as a page places it. */
export type PlacedText = {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The lines of a page from top to bottom, each from left to right; white space where the page leaves some. */
export function pageLines(items: readonly PlacedText[]): string[] {
  const rows: { y: number; height: number; items: PlacedText[] }[] = [];
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const row = rows.findLast((one) => Math.abs(one.y - item.y) <= Math.max(one.height, item.height) * 0.45);
    if (row) row.items.push(item);
    else rows.push({ y: item.y, height: item.height || 10, items: [item] });
  }
  rows.sort((a, b) => b.y - a.y);
  return rows.map(({ items: own }) => joined([...own].sort((a, b) => a.x - b.x)));
}

function joined(items: readonly PlacedText[]): string {
  let line = '';
  let right: number | undefined;
  for (const { str, x, width, height } of items) {
    if (right !== undefined && x - right > (height || 10) * 0.6) line += ' ';
    line += str;
    right = x + width;
  }
  return line;
}
