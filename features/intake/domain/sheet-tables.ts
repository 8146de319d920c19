import type { Sheet } from '#sheets';
import { type Grid, gridOf } from './grid.ts';
import { findHeaders, guessHeader, type HeaderBlock, wordsOf } from './header-block.ts';
import { headerWords } from './header-cell.ts';
import { unitStated } from './header-text.ts';
import { lineAbove } from './line-above.ts';
import type { ReadSetting } from './read-setting.ts';
import { tableOf } from './read-table.ts';
import { rowKind, type SkipWhy } from './row-kind.ts';
import { rowsBetween } from './rows-between.ts';
import { isSectionLine } from './section.ts';
import { spelling } from './spelling.ts';
import type { Table } from './table.ts';

export type SheetRead = {
  readonly grid: Grid;
  readonly tables: readonly Table[];
  /** No header was recognised: the columns are only there to be explained. */
  readonly guessed: boolean;
  /** Rows above and between tables. */
  readonly lines: readonly { readonly row: number; readonly why: SkipWhy }[];
};

/** Finds the tables of a sheet, what their columns mean and what each row is. */
export function sheetTables(sheet: Sheet, setting: ReadSetting): SheetRead {
  const grid = gridOf(sheet);
  const known = findHeaders(grid, headerWords(setting.vocabulary, setting.mapping));
  const guess = known.length === 0 ? guessHeader(grid) : undefined;
  const blocks = guess ? [guess] : known;
  const tables: Table[] = [];
  const lines: { row: number; why: SkipWhy }[] = [];
  let from = 1;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as HeaderBlock;
    const above = rowsBetween(from, block.top - 1);
    for (const row of above) lines.push({ row, why: lineAbove(grid, row) });
    const group = [block];
    let end = lastRowOf(grid, blocks, i, setting);
    while (
      i + 1 < blocks.length &&
      isPrintedAgain(grid, block, blocks[i + 1] as HeaderBlock, { above, end })
    ) {
      i++;
      group.push(blocks[i] as HeaderBlock);
      end = lastRowOf(grid, blocks, i, setting);
    }
    tables.push(tableOf(grid, group, above, end, setting));
    from = end + 1;
  }
  return { grid, tables, guessed: guess !== undefined, lines };
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
  const isTitle = lineAbove(grid, row) === 'title';
  if (grid.filled(row).some((c) => c.kind === 'text' && isUnitLine(c.text, isTitle))) return true;
  const kind = rowKind(grid, row, [], dictionary).kind;
  if (kind === 'total' || kind === 'subtotal' || kind === 'signature' || kind === 'note') return false;
  const cells = grid.filled(row);
  if (cells.length === 0) return true;
  if (cells.length > 2 || cells.some((c) => c.kind !== 'text')) return false;
  if (isSectionLine(cells.map((c) => c.text))) return false;
  const why = lineAbove(grid, row);
  return why === 'unit' || why === 'title' || (why === 'note' && isDated(cells[0]?.text ?? ''));
}

/** 「单位：万元」, also beside 「填报单位：…」 or at the end of a title. */
function isUnitLine(text: string, isTitle: boolean): boolean {
  return (isTitle || text.length < 16) && unitStated(text) !== undefined;
}

/** 「（截至2023年2月20日）」 under a title. */
function isDated(text: string): boolean {
  return /^\(?(?:数据|统计)?(?:截至|截止|时间|日期)/.test(spelling(text));
}

type Before = { readonly above: readonly number[]; readonly end: number };

/** The same header once more, under the same title or none: a further page. Under another title it heads another table. */
function isPrintedAgain(grid: Grid, first: HeaderBlock, next: HeaderBlock, { above, end }: Before): boolean {
  if (!sameHeader(grid, first, next)) return false;
  const titles = (rows: readonly number[]) =>
    rows.filter((row) => lineAbove(grid, row) === 'title').map((row) => wordsOf(grid, row));
  const [before, again] = [titles(above), titles(rowsBetween(end + 1, next.top - 1))];
  return again.every((title) => before.includes(title));
}

function sameHeader(grid: Grid, a: HeaderBlock, b: HeaderBlock): boolean {
  if (a.bottom - a.top !== b.bottom - b.top) return false;
  return rowsBetween(0, a.bottom - a.top).every((i) => wordsOf(grid, a.top + i) === wordsOf(grid, b.top + i));
}
