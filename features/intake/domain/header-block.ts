import type { Cell } from '#sheets';
import { chineseNumber } from './chinese-number.ts';
import { type Grid, isFilled } from './grid.ts';
import { type HeaderWords, headerField } from './header-cell.ts';
import { isUnitAlone, printedHeader } from './header-text.ts';
import { isSectionLine } from './section.ts';
import { spelling } from './spelling.ts';

/** The rows of one header, and the rows of numbers 「1 2 3」 or 「甲 乙 丙」 beneath it. */
export type HeaderBlock = {
  readonly top: number;
  readonly bottom: number;
  readonly numbering: readonly number[];
};

const mostRows = 4;

/** The headers of a sheet from top to bottom; a header that is printed again further down is among them. */
export function findHeaders(grid: Grid, words: HeaderWords): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  const known = new Map<string, HeaderBlock>();
  const beginnings = new Set<string>();
  for (let row = 1; row <= grid.lastRow; row++) {
    const first = beginnings.has(beginningOf(grid, row)) ? known.get(wordsOf(grid, row)) : undefined;
    const again = first && printedAgain(grid, first, row);
    if (!again && !isHeaderRow(grid, row, words)) continue;
    const block = again ?? blockAround(grid, row, blocks.at(-1)?.bottom ?? 0, words);
    blocks.push(block);
    if (!again) {
      known.set(wordsOf(grid, block.top), block);
      beginnings.add(beginningOf(grid, block.top));
    }
    row = block.numbering.at(-1) ?? block.bottom;
  }
  return blocks;
}

/** A header known from above, word for word in the same columns. */
function printedAgain(grid: Grid, first: HeaderBlock, row: number): HeaderBlock | undefined {
  const { top, bottom } = first;
  const shifted = (other: number) => other - top + row;
  for (let other = top + 1; other <= bottom; other++) {
    if (wordsOf(grid, other) !== wordsOf(grid, shifted(other))) return undefined;
  }
  return { top: row, bottom: shifted(bottom), numbering: numberingBelow(grid, shifted(bottom)) };
}

function numberingBelow(grid: Grid, bottom: number): number[] {
  const rows: number[] = [];
  while (isNumbering(grid, bottom + rows.length + 1)) rows.push(bottom + rows.length + 1);
  return rows;
}

/** What the first cell of a row says: most rows differ from every header there. */
function beginningOf(grid: Grid, row: number): string {
  return grid.filled(row)[0]?.text.trim() ?? '';
}

/** What a row says in which column. */
export function wordsOf(grid: Grid, row: number): string {
  return grid
    .filled(row)
    .map((cell) => `${cell.column}:${cell.text.trim()}`)
    .join('|');
}

/** Where no words of a header are known: the first row of short, different texts over a row as wide, to be explained. */
export function guessHeader(grid: Grid): HeaderBlock | undefined {
  for (let row = 1; row < Math.min(grid.lastRow, 16); row++) {
    const texts = grid.filled(row).map((cell) => (cell.kind === 'text' ? spelling(cell.text) : ''));
    if (texts.length < 3 || new Set(texts).size < texts.length) continue;
    if (texts.some((text) => text === '' || text.length > 24 || /[:。；]/.test(text))) continue;
    const beneath = grid.filled(row + 1).length;
    if (beneath >= texts.length * 0.6) return { top: row, bottom: row, numbering: [] };
  }
  return undefined;
}

function isHeaderRow(grid: Grid, row: number, words: HeaderWords): boolean {
  const cells = grid.filled(row);
  if (cells.length < 2 || cells.some((cell) => cell.kind === 'error')) return false;
  const figures = cells.filter((cell) => cell.kind === 'number' && !isMonthFigure(cell)).length;
  if (figures > cells.length * 0.2) return false;
  let [known, named] = [0, false];
  const fields = new Set<string>();
  for (const cell of cells) {
    const field = headerField(cell, words);
    if (field === undefined) continue;
    known++;
    fields.add(field);
    if (field === 'name' || field === 'code') named = true;
  }
  if (named)
    return fields.size >= 3 ? known >= cells.length * 0.34 : known >= 2 && known >= cells.length * 0.6;
  return fields.size >= 4 && known >= cells.length * 0.6;
}

function isMonthFigure(cell: Cell): boolean {
  return cell.number !== undefined && Number.isInteger(cell.number) && cell.number >= 1 && cell.number <= 12;
}

function blockAround(grid: Grid, seed: number, above: number, words: HeaderWords): HeaderBlock {
  let [top, bottom] = [seed, seed];
  for (const merge of grid.sheet.merges) {
    if (merge.fromRow > seed || merge.toRow < seed || merge.toRow - merge.fromRow >= mostRows) continue;
    if (merge.fromRow === merge.toRow) continue;
    top = Math.min(top, merge.fromRow);
    bottom = Math.max(bottom, merge.toRow);
  }
  while (top - 1 > above && bottom - top + 1 < mostRows && isGroupRow(grid, top - 1, top)) top--;
  while (
    bottom < grid.lastRow &&
    bottom - top + 1 < mostRows &&
    isLowerHeader(grid, bottom + 1, top, bottom, words)
  )
    bottom++;
  return { top, bottom, numbering: numberingBelow(grid, bottom) };
}

/** A row of groups over the header: at least one cell reaches over several columns, yet it is neither title nor unit line. */
function isGroupRow(grid: Grid, row: number, below: number): boolean {
  const cells = grid.filled(row);
  if (
    cells.length < 2 ||
    isSectionLine(cells.map((c) => c.text)) ||
    cells.some((c) => c.kind !== 'text' || isLine(c.text) || printedHeader(c).length > 30)
  )
    return false;
  return cells.some((cell) => reach(grid, cell, below) > 1);
}

function isLine(text: string): boolean {
  return /单位[:：]|日期[:：]|时间[:：]|截[至止]|填报|填表|制表|^附[件表]|[（(]盖章/.test(spelling(text));
}

/** Columns a header cell stands over: its merged area, or the blanks to its right that have something beneath. */
function reach(grid: Grid, cell: Cell, below: number): number {
  const merge = grid.mergeAt(cell.row, cell.column);
  if (merge) return merge.toColumn - merge.fromColumn + 1;
  let columns = 1;
  while (
    cell.column + columns <= grid.lastColumn &&
    !isFilled(grid.at(cell.row, cell.column + columns)) &&
    !grid.mergeAt(cell.row, cell.column + columns) &&
    isFilled(grid.at(below, cell.column + columns))
  ) {
    columns++;
  }
  return columns;
}

/** The row under a header belongs to it if all it holds are short words under groups, or units. */
function isLowerHeader(grid: Grid, row: number, top: number, bottom: number, words: HeaderWords): boolean {
  const cells = grid.filled(row);
  if (cells.length === 0 || isSectionLine(cells.map((c) => c.text))) return false;
  if (cells.every((cell) => cell.kind === 'text' && isUnitOrHint(cell.text))) return true;
  const groups = grid.filled(bottom).filter((cell) => reach(grid, cell, row) > 1);
  const underGroup = (column: number) =>
    groups.some((g) => g.column <= column && column < g.column + reach(grid, g, row));
  const emptyAbove = (column: number) =>
    !isFilled(grid.spanned(bottom, column)) && !grid.mergeAt(bottom, column);
  const [only] = cells as [Cell];
  const isAlone = cells.length === 1 && !underGroup(only.column);
  if (isAlone || (cells.length === 1 && reach(grid, only, row + 1) > grid.lastColumn / 2)) return false;
  let [known, misplaced] = [0, 0];
  for (const cell of cells) {
    if (
      cell.kind === 'error' ||
      (cell.kind === 'number' && cell.formula !== undefined) ||
      printedHeader(cell).length > 30
    )
      return false;
    if (!underGroup(cell.column) && !emptyAbove(cell.column)) {
      // A group over one column alone looks like a header of its own.
      if (headerField(cell, words) === undefined) return false;
      misplaced++;
    }
    if (
      cell.kind === 'number'
        ? isMonthFigure(cell)
        : headerField(cell, words) !== undefined || cell.kind === 'date'
    )
      known++;
  }
  if (misplaced > cells.length * 0.3) return false;
  if (groups.length > 0 && !cells.some((cell) => underGroup(cell.column))) return false;
  if (top === bottom && groups.length === 0) return known >= 2 && known >= cells.length * 0.7;
  return (
    known >= cells.length * 0.4 || cells.every((cell) => cell.kind === 'text' && isShortLabel(cell.text))
  );
}

function isUnitOrHint(text: string): boolean {
  return (
    isUnitAlone(text) ||
    /^\((?![一二三四五六七八九十\d]{1,3}\)).{1,12}\)$/.test(spelling(text)) ||
    /^[%％]$/.test(spelling(text))
  );
}

/** 「合计」, 「中央」, 「是」: a sub-header without a field of its own. */
function isShortLabel(text: string): boolean {
  return /^[一-龥]{1,10}$/.test(spelling(text).replace(/\(.*\)/, ''));
}

/** 「1 2 3 4」, 「甲 乙 1 2」, 「栏次 1 2 3=1+2」. */
function isNumbering(grid: Grid, row: number): boolean {
  if (row > grid.lastRow) return false;
  const texts = grid.filled(row).map((cell) => spelling(cell.text));
  if (texts.length < 3) return false;
  const places = texts.map(columnNumber);
  if (places.some((place) => place === undefined)) return false;
  const numbers = places.filter((place) => place !== undefined && place > 0) as number[];
  const rises = numbers.filter((value, i) => i === 0 || value > (numbers[i - 1] ?? 0)).length;
  return (
    rises >= numbers.length * 0.7 && (numbers[0] ?? 1) <= 3 && Math.max(...numbers, 0) <= texts.length + 12
  );
}

/** The figure of a column, 0 for a letter or a word that only heads the line. */
function columnNumber(text: string): number | undefined {
  if (/^(?:栏次|列次|序号|行次|[甲乙丙丁戊己庚辛壬癸]|[A-Za-z]{1,2})$/.test(text)) return 0;
  const figure = /^[(（]?(\d{1,2}|[①-⑳]|[一二三四五六七八九十]{1,3})[)）]?(?:=.*)?$/.exec(text)?.[1];
  if (figure === undefined) return undefined;
  return /[①-⑳]/.test(figure) ? figure.charCodeAt(0) - 0x245f : chineseNumber(figure);
}
