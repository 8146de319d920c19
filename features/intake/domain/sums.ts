import { fenPer } from '#kernel/money';
import type { Column } from './column.ts';
import { explains } from './correction.ts';
import type { Dictionary } from './dictionary.ts';
import { type Finding, finding } from './finding.ts';
import type { Judged } from './judged.ts';
import { readAmount } from './read-amount.ts';
import { rowRef } from './result.ts';
import { unitOf } from './row-cells.ts';
import { columnsOfSums, coverage, widerCoverage } from './sum-coverage.ts';
import type { Table, TableRow } from './table.ts';

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
  judged: Judged,
  tables: readonly Table[] = [table],
): SumStated {
  const stated: Record<string, string> = {};
  const findings: Finding[] = [];
  const sheet = table.grid.sheet.name;
  let asserted = true;
  for (const column of columnsOfSums(table)) {
    const cell = table.grid.at(sum.row, column.number);
    const { fen } = readAmount(cell, unitOf(column), judged.dictionary.emptyMarks);
    if (fen === null) continue;
    stated[column.field ?? column.sumAs ?? ''] = String(fen);
    const rows = coverage(table, sum, cell);
    if (rows.some((row) => !judged.accepted.has(rowRef(sheet, row)))) asserted = false;
    const difference = rows.length === 0 ? undefined : differenceOf(table, rows, column, { fen, judged });
    if (difference === undefined || isNear(difference, column, cell?.text ?? '')) continue;
    const differs = (covered: readonly number[]) => {
      const wider = differenceOf(table, covered, column, { fen, judged });
      return wider !== undefined && !isNear(wider, column, cell?.text ?? '');
    };
    if (widerCoverage(table, sum).some((covered) => !differs(covered))) continue;
    if (sum.kind === 'total' && fen === sumOfAll(tables, column, judged.dictionary)) continue;
    const about = `相差${plain(difference, column)}${unitOf(column)}`;
    findings.push(finding('subtotal-mismatch', { sheet, row: sum.row, column, cell }, about));
  }
  return { statedFen: stated, asserted, findings };
}

type Stated = { readonly fen: bigint; readonly judged: Judged };

/** Stated minus real; undefined where a covered row is itself in doubt, so that nothing can be said of the sum. */
function differenceOf(
  table: Table,
  rows: readonly number[],
  column: Column,
  { fen, judged }: Stated,
): bigint | undefined {
  const real = sumOf(table, rows, column, judged.dictionary);
  if (real === undefined) return undefined;
  const corrections: bigint[] = [];
  for (const row of rows) {
    const correction = judged.corrections.get(rowRef(table.grid.sheet.name, row));
    if (correction === 'unknown') return undefined;
    const own = correction?.[column.field === 'monthFen' ? 'monthFen' : 'cumFen'];
    if (own !== undefined && column.sumAs === undefined) corrections.push(own);
  }
  return explains(corrections, fen - real) ? 0n : fen - real;
}

/** undefined where a covered cell cannot be read, is an impossible negative, or stands blank for the month before. */
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
    if (read.fen !== null && read.fen < 0n && column.field !== 'monthFen') return undefined;
    if (read.fen === null && column.cumulative) return undefined;
    sum += read.fen ?? 0n;
  }
  return sum;
}

/** The last total of a sheet may be that of all its tables. */
function sumOfAll(tables: readonly Table[], column: Column, dictionary: Dictionary): bigint | undefined {
  let sum = 0n;
  for (const table of tables) {
    const same = table.columns.find((c) => c.number === column.number && c.field === column.field);
    const rows = table.rows.filter((r) => r.kind === 'data').map((r) => r.row);
    const part = same && sumOf(table, rows, same, dictionary);
    if (part === undefined) return undefined;
    sum += part;
  }
  return sum;
}

/** A typed sum may be rounded to the decimals it shows. */
function isNear(difference: bigint, column: Column, text: string): boolean {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const step = fenPer(unitOf(column)) / 10n ** BigInt(Math.min(decimals, 10));
  const size = difference < 0n ? -difference : difference;
  return size === 0n || size * 2n <= step;
}

function plain(fen: bigint, column: Column): string {
  const per = Number(fenPer(unitOf(column)));
  return String(Number((Number(fen) / per).toPrecision(12)));
}
