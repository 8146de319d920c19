/**
 * The text a spreadsheet puts on the clipboard: cells by tabs, rows by line ends, a cell with either of them in quotes
 * that are doubled inside. The line end after the last row is no row.
 */
export function readTabular(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = 0;
  const endRow = () => {
    rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  while (at < text.length) {
    const quoted = cell === '' && text[at] === '"' ? quotedCell(text, at) : undefined;
    if (quoted) {
      cell = quoted.cell;
      at = quoted.end;
      continue;
    }
    const char = text[at];
    at += 1;
    if (char === '\t') {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at] === '\n') at += 1;
      endRow();
    } else {
      cell += char;
    }
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** A quote that opens a cell and is closed before a tab, a line end or the end; otherwise it is just a sign. */
function quotedCell(text: string, start: number): { cell: string; end: number } | undefined {
  let cell = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      cell += text[at];
    } else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      return /^(?:[\t\r\n]|$)/.test(text.slice(at + 1, at + 2)) ? { cell, end: at + 1 } : undefined;
    }
  }
  return undefined;
}

export function writeTabular(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(writeCell).join('\t')).join('\n');
}

function writeCell(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
