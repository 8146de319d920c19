import type { Cell } from '#sheets';
import { type Column, isAmountField } from './column.ts';
import { spelling } from './spelling.ts';
import type { Table, TableRow } from './table.ts';

export function columnsOfSums({ columns }: Table): readonly Column[] {
  return columns.filter((column) => isAmountField(column.field) || column.sumAs !== undefined);
}

/**
 * The data rows a sum stands for: those its place says, or those its formula adds where it reaches further. A formula
 * that leaves out some of the rows of its place does not make the sum right.
 */
export function coverage(table: Table, sum: TableRow, cell: Cell | undefined): readonly number[] {
  const placed = byLabel(table, sum) ?? (sum.kind === 'total' ? dataRows(table.rows) : byPlace(table, sum));
  const added = byFormula(table, cell?.formula);
  if (!added) return placed;
  const within = new Set(placed);
  return added.every((row) => within.has(row)) ? placed : added;
}

/** What a sum under nested sections may stand for as well: all rows of the outer ones down to it. */
export function widerCoverage(table: Table, sum: TableRow): readonly (readonly number[])[] {
  if (sum.kind !== 'subtotal' || sum.sections.length < 2) return [];
  return sum.sections.slice(0, -1).flatMap(({ label, level }) => {
    const heads = table.rows.filter(
      (r) => r.row < sum.row && r.section?.label === label && r.section.level === level,
    );
    const head = heads.at(-1);
    return head ? [rowsOfSection(table, head).filter((row) => row < sum.row)] : [];
  });
}

function dataRows(rows: readonly TableRow[]): number[] {
  return rows.filter((r) => r.kind === 'data').map((r) => r.row);
}

/** SUM(I6:I17), I18+I30: rows named, and for a subtotal among them the rows it covers. */
function byFormula(table: Table, formula: string | undefined): readonly number[] | undefined {
  if (formula === undefined || !/^[\sA-Z0-9$:,+();]*$/i.test(formula) || !/SUM|SUBTOTAL|\+/i.test(formula))
    return undefined;
  const named = new Set<number>();
  for (const match of formula
    .replace(/SUBTOTAL\(\d+,/gi, '(')
    .matchAll(/\$?[A-Z]{1,3}\$?(\d+)(?::\$?[A-Z]{1,3}\$?(\d+))?/gi)) {
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    for (let row = from; row <= to && row - from < 200_000; row++) named.add(row);
  }
  const direct = dataRows(table.rows).filter((row) => named.has(row));
  if (direct.length > 0) return direct;
  const sums = table.rows.filter((r) => named.has(r.row) && (r.kind === 'subtotal' || r.kind === 'section'));
  if (sums.length === 0) return undefined;
  return [...new Set(sums.flatMap((r) => byPlace(table, r)))];
}

/** 「其中：续建项目」, 「金普新区小计」: the rows of that stage or place, where the sections tell. */
function byLabel(table: Table, sum: TableRow): readonly number[] | undefined {
  const { section } = sum;
  if (!section?.stage && !section?.place) return /^其中/.test(spelling(sum.label)) ? [] : undefined;
  const rows = table.rows.filter(
    (r) =>
      r.kind === 'data' &&
      r.sections.some((s) =>
        section.stage ? s.stage === section.stage : s.place?.name === section.place?.name,
      ),
  );
  return rows.length > 0 ? rows.map((r) => r.row) : undefined;
}

/** The rows above it up to the section or sum before; none there: those below, for a sum that stands first. */
function byPlace(table: Table, sum: TableRow): readonly number[] {
  const at = table.rows.indexOf(sum);
  if (sum.kind === 'section') return rowsOfSection(table, sum);
  const above: number[] = [];
  if (!sumsStandFirst(table))
    for (let i = at - 1; i >= 0 && !isBorder(table.rows[i]); i--)
      if (table.rows[i]?.kind === 'data') above.push(table.rows[i]?.row ?? 0);
  if (above.length > 0) return above.reverse();
  const below: number[] = [];
  for (let i = at + 1; i < table.rows.length && !isBorder(table.rows[i]); i++)
    if (table.rows[i]?.kind === 'data') below.push(table.rows[i]?.row ?? 0);
  if (below.length > 0) return below;
  const head = table.rows.slice(0, at).findLast((r) => r.kind === 'section');
  return head ? rowsOfSection(table, head) : [];
}

/** Some offices put every sum over its rows: then the first has no row above it. */
function sumsStandFirst({ rows }: Table): boolean {
  const first = rows.findIndex((r) => r.kind === 'subtotal');
  for (let i = first - 1; i >= 0 && rows[i]?.kind !== 'section'; i--)
    if (rows[i]?.kind === 'data') return false;
  return first >= 0;
}

function isBorder(row: TableRow | undefined): boolean {
  return row === undefined || row.kind === 'section' || row.kind === 'subtotal' || row.kind === 'total';
}

/** The data rows under a section, until the next of its level or above. */
export function rowsOfSection(table: Table, section: TableRow): number[] {
  const level = section.section?.level ?? 0;
  const found: number[] = [];
  for (let i = table.rows.indexOf(section) + 1; i < table.rows.length; i++) {
    const row = table.rows[i];
    if (row?.kind === 'section' && (row.section?.level ?? 0) <= level) break;
    if (row?.kind === 'total') break;
    if (row?.kind === 'data') found.push(row.row);
  }
  return found;
}
