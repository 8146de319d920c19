const candidates = [',', '\t', ';', '|'] as const;

/**
 * The character that separates the columns: the one found in most of the first lines, outside quotes; among
 * equals the one found more often. A first line `sep=;`, which Excel obeys, is taken off.
 */
export function findDelimiter(text: string): { delimiter: string; skip: number } {
  const stated = /^sep=(.)\r?\n/i.exec(text);
  if (stated?.[1]) return { delimiter: stated[1], skip: stated[0].length };
  const lines = firstLines(text, 20);
  let best: { delimiter: string; lines: number; count: number } = { delimiter: ',', lines: 0, count: 0 };
  for (const delimiter of candidates) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const count = counts.reduce((sum, one) => sum + one, 0);
    const better = counts.length > best.lines || (counts.length === best.lines && count > best.count);
    if (better) best = { delimiter, lines: counts.length, count };
  }
  return { delimiter: best.delimiter, skip: 0 };
}

/** Lines without their quoted parts; a line break within quotes ends no line. */
function firstLines(text: string, wanted: number): string[] {
  const start = text.slice(0, 50_000).replace(/"(?:[^"]|"")*"/g, '""');
  return start.split(/\r\n?|\n/, wanted).filter((line) => line !== '');
}
