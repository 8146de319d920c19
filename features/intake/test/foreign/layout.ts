import type ExcelJS from 'exceljs';
import { refOf } from '../../domain/grid.ts';
import type { Made, Value } from './cell.ts';
import { type Draft, kindOf } from './draft.ts';

export type ColumnPlan = {
  readonly id: string;
  /** The header from top to bottom. */
  readonly levels: readonly string[];
  readonly hidden?: boolean;
};

export type Line =
  | { readonly kind: 'data'; readonly draft: Draft }
  | {
      readonly kind:
        | 'section'
        | 'subtotal'
        | 'total'
        | 'note'
        | 'signature'
        | 'title'
        | 'unit'
        | 'blank'
        | 'header';
      /** Text by column place, 1 is the first. */
      readonly texts?: Readonly<Record<number, string>>;
      /** Amounts by column id. */
      readonly sums?: Readonly<Record<string, Made>>;
      /** Rows its sums add up by formula. */
      readonly covers?: readonly Draft[];
      readonly merged?: boolean;
      /** Column ids with a finding, `` for the line itself. */
      readonly codes?: readonly { readonly column: string; readonly code: string }[];
    };

export type SheetPlan = {
  readonly name: string;
  readonly columns: readonly ColumnPlan[];
  readonly above: readonly Line[];
  readonly lines: readonly Line[];
  /** Whether header cells are merged, or only the first of a group holds its name. */
  readonly mergedHeader: boolean;
  /** Columns whose equal neighbours below are merged into one. */
  readonly mergedDown: readonly string[];
  /** Bordered rows after the last. */
  readonly trailing: number;
  /** 1 2 3 … under the header. */
  readonly numbered?: boolean;
  /** The header once more before this line, as a print-out has it. */
  readonly repeatBefore?: number;
  /** Another table under this one, on the same sheet. */
  readonly below?: SheetPlan;
};

export type Placed = {
  readonly rows: Map<Draft, number>;
  readonly skip: { readonly row: number; readonly why: string }[];
  readonly findings: string[];
};

/** Lays a sheet out and says where everything came to stand. */
export function layOut(book: ExcelJS.Workbook, plan: SheetPlan): Placed {
  const sheet = book.addWorksheet(plan.name);
  const placed: Placed = { rows: new Map(), skip: [], findings: [] };
  let row = 1;
  for (let table: SheetPlan | undefined = plan; table; table = table.below)
    row = placeTable(sheet, table, row, placed);
  plan.columns.forEach((column, i) => {
    if (column.hidden) sheet.getColumn(i + 1).hidden = true;
  });
  mergeDown(sheet, plan, placed);
  return placed;
}

function placeTable(sheet: ExcelJS.Worksheet, plan: SheetPlan, top: number, placed: Placed): number {
  const depth = Math.max(...plan.columns.map((c) => c.levels.length));
  let row = top;
  for (const line of plan.above) placeLine(sheet, plan, line, row++, placed);
  row = placeHeader(sheet, plan, row, depth, placed);
  plan.lines.forEach((line, i) => {
    if (plan.repeatBefore === i && i > 0) row = placeHeader(sheet, plan, row, depth, placed);
    placeLine(sheet, plan, line, row++, placed);
  });
  for (let i = 0; i < plan.trailing; i++) placeLine(sheet, plan, { kind: 'blank' }, row++, placed);
  return row;
}

/** Blank columns left of the table. */
export function marginOf({ columns }: Pick<SheetPlan, 'columns'>): number {
  return columns.findIndex((c) => c.levels.length > 0);
}

function placeHeader(
  sheet: ExcelJS.Worksheet,
  plan: SheetPlan,
  top: number,
  depth: number,
  placed: Placed,
): number {
  const { columns } = plan;
  for (let level = 0; level < depth; level++) placed.skip.push({ row: top + level, why: 'header' });
  columns.forEach(({ levels }, i) => {
    levels.forEach((text, level) => {
      const left = columns[i - 1]?.levels.slice(0, level + 1).join('/');
      const isGroup = level < levels.length - 1;
      if (
        isGroup &&
        left === levels.slice(0, level + 1).join('/') &&
        (columns[i - 1]?.levels.length ?? 0) > level + 1
      )
        return;
      sheet.getCell(top + level, i + 1).value = text;
      if (!isGroup || !plan.mergedHeader) return;
      let width = 1;
      while (
        columns[i + width]?.levels.slice(0, level + 1).join('/') === levels.slice(0, level + 1).join('/')
      )
        width++;
      if (width > 1) sheet.mergeCells(top + level, i + 1, top + level, i + width);
    });
    if (plan.mergedHeader && levels.length > 0 && levels.length < depth)
      sheet.mergeCells(top + levels.length - 1, i + 1, top + depth - 1, i + 1);
  });
  if (!plan.numbered) return top + depth;
  const margin = marginOf(plan);
  columns.slice(margin).forEach((_, i) => {
    sheet.getCell(top + depth, margin + i + 1).value = i + 1;
  });
  placed.skip.push({ row: top + depth, why: 'header' });
  return top + depth + 1;
}

function placeLine(sheet: ExcelJS.Worksheet, plan: SheetPlan, line: Line, row: number, placed: Placed): void {
  if (line.kind === 'data') placeData(sheet, plan, line.draft, row, placed);
  else {
    placed.skip.push({ row, why: line.kind });
    for (const [column, text] of Object.entries(line.texts ?? {}))
      sheet.getCell(row, marginOf(plan) + Number(column)).value = text;
    for (const [id, made] of Object.entries(line.sums ?? {}))
      setCell(
        sheet.getCell(row, at(plan, id)),
        line.covers ? added(plan, id, made, line.covers, placed) : made,
      );
    if (line.merged) sheet.mergeCells(row, marginOf(plan) + 1, row, plan.columns.length);
    for (const { column, code } of line.codes ?? []) placed.findings.push(findingAt(plan, row, column, code));
    sheet.getCell(row, 1).border = { top: { style: 'thin' } };
  }
}

/** SUM over the rows from the first to the last it covers, with the value the office's program kept. */
function added(plan: SheetPlan, id: string, made: Made, covers: readonly Draft[], { rows }: Placed): Made {
  const places = covers.flatMap((draft) => rows.get(draft) ?? []);
  if (places.length < covers.length || places.length === 0) return made;
  const [from, to] = [Math.min(...places), Math.max(...places)];
  if (to - from + 1 !== places.length) return made;
  const column = at(plan, id);
  return {
    value: { formula: `SUM(${refOf(from, column)}:${refOf(to, column)})`, result: made.value as number },
  };
}

function placeData(
  sheet: ExcelJS.Worksheet,
  plan: SheetPlan,
  draft: Draft,
  row: number,
  placed: Placed,
): void {
  placed.rows.set(draft, row);
  plan.columns.forEach((column, i) => {
    const cell = sheet.getCell(row, i + 1);
    setCell(cell, draft.cells.get(column.id) ?? { value: null }, draft.struck === true);
  });
  sheet.getRow(row).hidden = draft.hidden === true;
  const seen = new Set(plan.columns.map((c) => c.id));
  if (draft.hidden) placed.findings.push(findingAt(plan, row, 'name', 'row-hidden'));
  if (draft.struck) placed.findings.push(findingAt(plan, row, 'name', 'row-struck'));
  for (const { column, code } of draft.codes)
    if (seen.has(column)) placed.findings.push(findingAt(plan, row, column, code));
}

export function at(plan: Pick<SheetPlan, 'columns'>, id: string): number {
  return plan.columns.findIndex((c) => c.id === id) + 1;
}

function findingAt(plan: SheetPlan, row: number, id: string, code: string): string {
  if (id === '') return `${plan.name} ${row} ${refOf(row, marginOf(plan) + 1)} “” ${kindOf(code)} ${code}`;
  const number = at(plan, id);
  const header = plan.columns[number - 1]?.levels.join('/').replace(/\s/g, '') ?? '';
  return `${plan.name} ${row} ${refOf(row, number)} “${header}” ${kindOf(code)} ${code}`;
}

function mergeDown(sheet: ExcelJS.Worksheet, plan: SheetPlan, { rows }: Placed): void {
  const byRow = new Map([...rows].map(([draft, row]) => [row, draft]));
  for (const id of plan.mergedDown) {
    const column = at(plan, id);
    if (column === 0) continue;
    for (const row of [...byRow.keys()].sort((a, b) => a - b)) {
      if (same(byRow.get(row - 1), byRow.get(row), id)) continue;
      let last = row;
      while (same(byRow.get(row), byRow.get(last + 1), id)) last++;
      if (last > row) sheet.mergeCells(row, column, last, column);
    }
  }
}

function same(a: Draft | undefined, b: Draft | undefined, id: string): boolean {
  const value = a?.cells.get(id)?.value;
  return typeof value === 'string' && value !== '' && value === b?.cells.get(id)?.value;
}

function setCell(cell: ExcelJS.Cell, { value, format }: Made, strike = false): void {
  const put = (v: Value): ExcelJS.CellValue => {
    if (v === null || typeof v !== 'object' || v instanceof Date) return v;
    if ('rich' in v) return { richText: v.rich.map((text, i) => ({ text, font: { bold: i > 0, strike } })) };
    if ('formula' in v)
      return { formula: v.formula, result: v.result as ExcelJS.CellFormulaValue['result'] & string };
    return { error: v.error as ExcelJS.CellErrorValue['error'] };
  };
  cell.value = put(value);
  if (value instanceof Date) cell.numFmt = 'yyyy"年"m"月"';
  if (format) cell.numFmt = format;
  if (strike) cell.font = { strike };
}
