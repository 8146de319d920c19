import type { MoneyUnit } from '#kernel/money';
import type { Column } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { fitOf } from './fit-values.ts';
import { type Grid, gridOf } from './grid.ts';
import { findHeaders, type HeaderBlock } from './header-block.ts';
import { lineAbove } from './line-above.ts';
import { type ColumnSetting, proposeColumns } from './propose-columns.ts';
import { type RowKind, rowKind, type SkipWhy } from './row-kind.ts';
import { readSection, type Section } from './section.ts';
import { settleColumns } from './settle-columns.ts';
import { contextOf, type SheetContext } from './sheet-context.ts';
import { spelling } from './spelling.ts';

/** A row of a table, with the sections it stands in, the outermost first. */
export type TableRow = {
  readonly row: number;
  readonly kind: 'data' | SkipWhy;
  readonly label: string;
  readonly sections: readonly Section[];
  /** For a section row: what it says. */
  readonly section?: Section;
};

export type Table = {
  readonly grid: Grid;
  readonly headerRows: readonly number[];
  readonly columns: readonly Column[];
  readonly context: SheetContext;
  readonly unit: MoneyUnit;
  readonly rows: readonly TableRow[];
  /** The lines above it. */
  readonly titles: readonly string[];
  /** The unit was stated nowhere. */
  readonly unitAssumed: boolean;
};

export type SheetRead = {
  readonly grid: Grid;
  readonly tables: readonly Table[];
  /** Rows above and between tables. */
  readonly lines: readonly { readonly row: number; readonly why: SkipWhy }[];
};

export type ReadSetting = ColumnSetting & {
  readonly dictionary: Dictionary;
  readonly unitElsewhere?: MoneyUnit;
};

/** Finds the tables of a sheet, what their columns mean and what each row is. */
export function readSheet(sheet: Parameters<typeof gridOf>[0], setting: ReadSetting): SheetRead {
  const grid = gridOf(sheet);
  const blocks = findHeaders(grid, setting.vocabulary);
  const tables: Table[] = [];
  const lines: { row: number; why: SkipWhy }[] = [];
  let from = 1;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as HeaderBlock;
    const above = rowsBetween(from, block.top - 1);
    for (const row of above) lines.push({ row, why: lineAbove(grid, row) });
    const group = [block];
    let end = lastRowOf(grid, blocks, i, setting);
    while (i + 1 < blocks.length && sameHeader(grid, block, blocks[i + 1] as HeaderBlock)) {
      i++;
      group.push(blocks[i] as HeaderBlock);
      end = lastRowOf(grid, blocks, i, setting);
    }
    tables.push(tableOf(grid, group, above, end, setting));
    from = end + 1;
  }
  return { grid, tables, lines };
}

function lastRowOf(grid: Grid, blocks: readonly HeaderBlock[], i: number, setting: ReadSetting): number {
  const next = blocks[i + 1];
  if (!next) return grid.lastRow;
  let row = next.top - 1;
  const least = (blocks[i]?.numbering.at(-1) ?? blocks[i]?.bottom ?? 0) + 1;
  while (row >= least && isAboveNext(grid, row, setting)) row--;
  return row;
}

function isAboveNext(grid: Grid, row: number, { dictionary }: ReadSetting): boolean {
  const kind = rowKind(grid, row, [], dictionary).kind;
  if (kind === 'total' || kind === 'subtotal' || kind === 'signature' || kind === 'note') return false;
  const cells = grid.filled(row);
  if (cells.length === 0) return true;
  if (cells.length > 2 || cells.some((c) => c.kind !== 'text')) return false;
  const why = lineAbove(grid, row);
  return why === 'unit' || why === 'title';
}

function sameHeader(grid: Grid, a: HeaderBlock, b: HeaderBlock): boolean {
  if (a.bottom - a.top !== b.bottom - b.top) return false;
  const texts = (block: HeaderBlock) =>
    rowsBetween(block.top, block.bottom)
      .map((row) =>
        grid
          .filled(row)
          .map((c) => `${c.column}:${c.text.trim()}`)
          .join('|'),
      )
      .join('\n');
  return texts(a) === texts(b);
}

function tableOf(
  grid: Grid,
  blocks: readonly HeaderBlock[],
  above: readonly number[],
  end: number,
  setting: ReadSetting,
): Table {
  const [block] = blocks as [HeaderBlock];
  const { dictionary } = setting;
  const first = (block.numbering.at(-1) ?? block.bottom) + 1;
  const fit = fitOf(grid, first, end, dictionary, setting.year);
  const settled = settleColumns(grid, proposeColumns(grid, block, setting), fit);
  const rows = rowsOf(grid, blocks, end, settled, dictionary);
  const below = rows
    .filter((r) => r.kind === 'note' || r.kind === 'unit' || r.kind === 'signature')
    .map((r) => r.row);
  const context = contextOf(
    grid,
    [...above, ...blocks.flatMap((b) => rowsBetween(b.top, b.bottom)).filter((row) => row === block.top)],
    below,
    dictionary,
  );
  const stated = context.unit ?? setting.unitElsewhere ?? setting.mapping?.unit;
  const unit = stated ?? '万元';
  const columns = settled.map((column) =>
    needsUnit(column) ? { ...column, unit: column.unit ?? unit } : column,
  );
  const headerRows = rowsBetween(block.top, block.bottom);
  const unitAssumed = stated === undefined && settled.some((column) => needsUnit(column) && !column.unit);
  const titles = above.flatMap((row) =>
    lineAbove(grid, row) === 'title' ? grid.filled(row).map((c) => c.text) : [],
  );
  return { grid, headerRows, columns, context, unit, rows, titles, unitAssumed };
}

function needsUnit(column: Column): boolean {
  return column.money === true || /Fen$|^month\d/.test(column.field ?? '');
}

function rowsOf(
  grid: Grid,
  blocks: readonly HeaderBlock[],
  end: number,
  columns: readonly Column[],
  dictionary: Dictionary,
): TableRow[] {
  const [block] = blocks as [HeaderBlock];
  const header = new Set(blocks.flatMap((b) => [...rowsBetween(b.top, b.bottom), ...b.numbering]));
  const rows: TableRow[] = [];
  let sections: Section[] = [];
  for (let row = block.top; row <= end; row++) {
    const kind: RowKind = header.has(row)
      ? { kind: 'header', label: '' }
      : (repeatedLine(grid, row, header) ?? rowKind(grid, row, columns, dictionary));
    if (kind.kind === 'data') {
      rows.push({ row, kind: 'data', label: '', sections });
      continue;
    }
    if (kind.kind !== 'section') {
      const about =
        kind.kind === 'subtotal'
          ? readSection(withoutSumWord(kind.label, dictionary), dictionary)
          : undefined;
      rows.push({
        row,
        kind: kind.kind,
        label: kind.label,
        sections,
        ...(about?.stage || about?.place ? { section: about } : {}),
      });
      continue;
    }
    const section = readSection(kind.label, dictionary);
    sections = [...sections.filter((s) => s.level < section.level), section];
    rows.push({ row, kind: 'section', label: kind.label, sections, section });
  }
  return relabelled(rows);
}

/** Where several rows call themselves a total, only the one over all of them is. */
function relabelled(rows: readonly TableRow[]): TableRow[] {
  const totals = rows.filter((r) => r.kind === 'total');
  if (totals.length < 2) return [...rows];
  const grand = totals.filter((r) => /总计|总合计|全市|全部/.test(spelling(r.label)));
  const dataBetween = (a: TableRow, b: TableRow) =>
    rows.some((r) => r.kind === 'data' && r.row > a.row && r.row < b.row);
  const last = totals.at(-1) as TableRow;
  const whole =
    grand.length === 1 ? grand[0] : dataBetween(totals.at(-2) as TableRow, last) ? undefined : last;
  return rows.map((r) => (r.kind === 'total' && r !== whole ? { ...r, kind: 'subtotal' as const } : r));
}

function withoutSumWord(label: string, { vocabulary }: Dictionary): string {
  const words = [...vocabulary.rows.subtotal, ...vocabulary.rows.total].map(spelling);
  return words.reduce((text, word) => text.replace(word, ''), spelling(label)).replace(/^[:：]/, '');
}

/** A title or unit line printed again over a repeated header. */
function repeatedLine(grid: Grid, row: number, header: ReadonlySet<number>): RowKind | undefined {
  for (let below = row + 1; below <= row + 3; below++) {
    if (!header.has(below)) continue;
    const cells = grid.filled(row);
    if (cells.length === 0 || cells.length > 2 || cells.some((c) => c.kind !== 'text')) return undefined;
    const why = lineAbove(grid, row);
    return why === 'title' || why === 'unit' ? { kind: why, label: cells[0]?.text ?? '' } : undefined;
  }
  return undefined;
}

function rowsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
