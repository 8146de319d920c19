import type { MoneyUnit } from '#kernel/money';
import { type Column, monthOf } from './column.ts';
import { fitOf } from './fit-values.ts';
import type { Grid } from './grid.ts';
import type { HeaderBlock } from './header-block.ts';
import { lineAbove } from './line-above.ts';
import { looksCumulative, saysCumulative } from './month-plan-columns.ts';
import { proposeColumns } from './propose-columns.ts';
import type { ReadSetting } from './read-setting.ts';
import { rowsBetween } from './rows-between.ts';
import { settleColumns } from './settle-columns.ts';
import { contextOf } from './sheet-context.ts';
import type { Table, TableRow } from './table.ts';
import { rowsOf } from './table-rows.ts';

/** Reads one table: what its columns mean, what its rows are, what tab, title and notes say of all of them. */
export function tableOf(
  grid: Grid,
  blocks: readonly HeaderBlock[],
  above: readonly number[],
  end: number,
  setting: ReadSetting,
): Table {
  const [block] = blocks as [HeaderBlock];
  const { dictionary } = setting;
  const first = (block.numbering.at(-1) ?? block.bottom) + 1;
  const headers = new Set(blocks.flatMap((b) => [...rowsBetween(b.top, b.bottom), ...b.numbering]));
  const below = rowsBetween(first, end).filter((row) => !headers.has(row));
  const fit = fitOf(grid, below, dictionary, setting.year);
  const settled = settleColumns(grid, proposeColumns(grid, block, setting), fit);
  const rows = rowsOf(grid, blocks, end, settled, dictionary);
  const isRemark = (kind: string) => kind === 'note' || kind === 'unit' || kind === 'signature';
  const remarks = rows.filter((r) => isRemark(r.kind)).map((r) => r.row);
  const headerRows = rowsBetween(block.top, block.bottom);
  const context = contextOf(grid, { above, header: headerRows, below: remarks }, dictionary);
  const stated = context.unit ?? setting.unitElsewhere ?? setting.mapping?.unit;
  const unit = stated ?? '万元';
  const beside = stated ?? unitBeside(settled);
  const united = settled.map((column) =>
    needsUnit(column) ? { ...column, unit: column.unit ?? beside ?? unit } : column,
  );
  const unitAssumed = beside === undefined && settled.some((column) => needsUnit(column) && !column.unit);
  const titles = above.flatMap((row) =>
    lineAbove(grid, row) === 'title' ? grid.filled(row).map((c) => c.text) : [],
  );
  const columns = countsFromJanuary(grid, rows, united, setting) ? united.map(counted) : united;
  return { grid, headerRows, columns, context, unit, rows, titles, unitAssumed };
}

function needsUnit(column: Column): boolean {
  return column.money === true || /Fen$|^month\d/.test(column.field ?? '');
}

/** Where only some headers name a unit the plan's holds for its months, or else the one unit that is named. */
function unitBeside(columns: readonly Column[]): MoneyUnit | undefined {
  const plan = columns.find((c) => c.field === 'planYearFen' || c.sumAs === 'plan')?.unit;
  const named = new Set(columns.flatMap((c) => (c.unit ? [c.unit] : [])));
  return plan ?? (named.size === 1 ? [...named][0] : undefined);
}

/** A note, the instructions or the figures themselves say that month plans add up as they go. */
function countsFromJanuary(
  grid: Grid,
  rows: readonly TableRow[],
  columns: readonly Column[],
  setting: ReadSetting,
): boolean {
  if (setting.kind !== 'list' || !columns.some((c) => monthOf(c.field) !== undefined)) return false;
  const notes = rows.filter((r) => r.kind === 'note').flatMap((r) => grid.filled(r.row));
  if (setting.cumulativeElsewhere || notes.some((cell) => saysCumulative(cell.text))) return true;
  const half = (text: string) =>
    columns.some((c) => monthOf(c.field) !== undefined && c.header.includes(text));
  if (half('上半年') && !half('下半年') && !half('二季度')) return true;
  return looksCumulative(
    grid,
    rows.filter((r) => r.kind === 'data').map((r) => r.row),
    columns,
    setting.dictionary,
  );
}

function counted(column: Column): Column {
  return monthOf(column.field) === undefined ? column : { ...column, cumulative: true };
}
