import { CsvError, parse } from 'csv-parse/sync';
import { ensure, refuse } from '#kernel/refusal';
import { cellRef } from '../cell-ref.ts';
import type { Limits } from '../limits.ts';
import { type Source, sourceBytes } from '../source.ts';
import type { Cell, Row, Workbook } from '../workbook.ts';
import { decodeText } from './decode-text.ts';
import { findDelimiter } from './delimiter.ts';

/** A table of text as a workbook of one sheet. Every value stays text: 00123 is a code, not a number. */
export async function readCsv(source: Source, name: string, limits: Limits): Promise<Workbook> {
  const text = decodeText(await sourceBytes(source), name);
  const rows = new Map<number, Row>();
  let lastColumn = 0;
  let cellCount = 0;
  for (const record of recordsOf(text, name, limits)) {
    const number = rows.size + 1;
    const cells = new Map<number, Cell>();
    for (const [index, field] of record.entries()) {
      const cell = cellOf(number, index + 1, field);
      if (cell) cells.set(index + 1, cell);
    }
    rows.set(number, { number, hidden: false, cells });
    lastColumn = Math.max(lastColumn, ...cells.keys());
    cellCount += cells.size;
    const { cells: most, columns } = limits;
    ensure(record.length <= columns, 'sheets.too_many', { name, what: '列数', limit: columns });
    ensure(cellCount <= most, 'sheets.too_many', { name, what: '有内容的单元格数', limit: most });
  }
  const sheet = { name: name.replace(/\.[^.]*$/, ''), hidden: false, lastRow: rows.size, lastColumn };
  return { format: 'csv', sheets: [{ ...sheet, rows, merges: [], hiddenColumns: new Set() }] };
}

function recordsOf(text: string, name: string, limits: Limits): string[][] {
  const { delimiter, skip } = findDelimiter(text);
  try {
    const records: string[][] = parse(text.slice(skip), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      to: limits.rows + 1,
    });
    ensure(records.length <= limits.rows, 'sheets.too_many', { name, what: '行数', limit: limits.rows });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse('sheets.broken_csv', { name, line: error['lines'] ?? 1 });
  }
}

/** ="00123" is how Excel is made to keep text; an apostrophe before = + - @ is how it is made not to calculate. */
function cellOf(row: number, column: number, field: string): Cell | undefined {
  const text = field
    .replace(/\r\n?/g, '\n')
    .replace(/^="([^"]*)"$/, '$1')
    .replace(/^'(?=[=+\-@\t\n])/, '');
  if (text === '') return undefined;
  return { row, column, ref: cellRef(row, column), kind: 'text', text, struck: false };
}
