import { fenPer } from '#kernel/money';
import type { Column } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { type Finding, finding } from './finding.ts';
import { readAmount } from './read-amount.ts';
import type { Table, TableRow } from './read-table.ts';
import { unitOf } from './row-cells.ts';
import { columnsOfSums, coverage } from './sum-coverage.ts';

/** What a sum row states, and whether anything is claimed about it. */
export type SumStated = {
  readonly statedFen: Readonly<Record<string, string>>;
  /** False where the sum covers a row that was not accepted. */
  readonly asserted: boolean;
  readonly findings: readonly Finding[];
};

/** Checks one 小计 or 合计 against the rows it covers. */
export function checkSum(
  table: Table,
  sum: TableRow,
  accepted: (row: number) => boolean,
  dictionary: Dictionary,
): SumStated {
  const stated: Record<string, string> = {};
  const findings: Finding[] = [];
  let asserted = true;
  for (const column of columnsOfSums(table)) {
    const cell = table.grid.at(sum.row, column.number);
    const read = readAmount(cell, unitOf(column), dictionary.emptyMarks);
    if (read.fen === null) continue;
    stated[column.field ?? column.sumAs ?? ''] = String(read.fen);
    const rows = coverage(table, sum, cell);
    if (rows.some((row) => !accepted(row))) asserted = false;
    const real = sumOf(table, rows, column, dictionary);
    if (real === undefined || rows.length === 0 || isNear(read.fen, real, column, cell?.text ?? '')) continue;
    const about = `相差${plain(read.fen - real, column)}${unitOf(column)}`;
    findings.push(
      finding('subtotal-mismatch', { sheet: table.grid.sheet.name, row: sum.row, column, cell }, about),
    );
  }
  return { statedFen: stated, asserted, findings };
}

/** undefined where a covered cell cannot be read: then nothing can be said of the sum. */
function sumOf(
  table: Table,
  rows: readonly number[],
  column: Column,
  dictionary: Dictionary,
): bigint | undefined {
  let sum = 0n;
  for (const row of rows) {
    const read = readAmount(table.grid.spanned(row, column.number), unitOf(column), dictionary.emptyMarks);
    if (read.problem === 'amount-unreadable' || read.problem === 'cell-error') return undefined;
    sum += read.fen ?? 0n;
  }
  return sum;
}

/** A typed sum may be rounded to the decimals it shows. */
function isNear(stated: bigint, real: bigint, column: Column, text: string): boolean {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const step = fenPer(unitOf(column)) / 10n ** BigInt(Math.min(decimals, 10));
  const difference = stated > real ? stated - real : real - stated;
  return difference * 2n <= step || difference === 0n;
}

function plain(fen: bigint, column: Column): string {
  const per = Number(fenPer(unitOf(column)));
  return String(Number((Number(fen) / per).toPrecision(12)));
}
