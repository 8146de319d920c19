import { CsvError, parse } from 'csv-parse/sync';
import { refuse } from '#kernel/refusal';
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
  let left = limits.cells;
  const tooMany = (what: string, limit: number) => refuse('sheets.too_many', { name, what, limit });
  eachRecord(text, name, (record) => {
    const number = rows.size + 1;
    if (number > limits.rows) tooMany('行数', limits.rows);
    if (record.length > limits.columns) tooMany('列数', limits.columns);
    const cells = new Map<number, Cell>();
    for (const [index, field] of record.entries()) {
      const cell = cellOf(number, index + 1, field);
      if (!cell) continue;
      cells.set(cell.column, cell);
      lastColumn = Math.max(lastColumn, cell.column);
    }
    left -= cells.size;
    if (left < 0) tooMany('有内容的单元格数', limits.cells);
    rows.set(number, { number, hidden: false, cells });
  });
  const sheet = { name: name.replace(/\.[^.]*$/, ''), hidden: false, lastRow: rows.size, lastColumn };
  return { format: 'csv', sheets: [{ ...sheet, rows, merges: [], hiddenColumns: new Set() }] };
}

/** One record at a time, so that none is kept; a quote never closed would make one record of all the rest. */
function eachRecord(text: string, name: string, take: (record: string[]) => void): void {
  const { delimiter, skip } = findDelimiter(text);
  try {
    parse(text.slice(skip), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestRecord,
      on_record: (record: string[]) => {
        take(record);
        return undefined;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    refuse('sheets.broken_csv', { name, line: error['lines'] ?? 1 });
  }
}

const longestRecord = 2_000_000;

/** ="00123" is how Excel is made to keep text; an apostrophe before = + - @ is how it is made not to calculate. */
function cellOf(row: number, column: number, field: string): Cell | undefined {
  const text = field
    .replace(/\r\n?/g, '\n')
    .replace(/^="([^"]*)"$/, '$1')
    .replace(/^'(?=[=+\-@\t\n])/, '');
  if (text === '') return undefined;
  return { row, column, ref: cellRef(row, column), kind: 'text', text, struck: false };
}
