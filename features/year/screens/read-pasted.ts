/** Rows and cells of what a spreadsheet puts on the clipboard; one value alone is one cell. */
export function readPasted(text: string): string[][] {
  const lines = text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** Which cell follows a key: arrows and Enter go through the table, letters stay in the cell. */
export function stepFor(
  key: string,
  atStart: boolean,
  atEnd: boolean,
): readonly [number, number] | undefined {
  if (key === 'Enter' || key === 'ArrowDown') return [1, 0];
  if (key === 'ArrowUp') return [-1, 0];
  if (key === 'ArrowLeft' && atStart) return [0, -1];
  return key === 'ArrowRight' && atEnd ? [0, 1] : undefined;
}
