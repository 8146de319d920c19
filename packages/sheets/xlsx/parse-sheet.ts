import { refuse } from '#kernel/refusal';
import { parseArea, parseRef } from '../cell-ref.ts';
import type { Limits } from '../limits.ts';
import type { Cell, Merge, Row } from '../workbook.ts';
import type { Comments } from './comments.ts';
import { type CellContext, isNothing, makeCell } from './make-cell.ts';
import { packer } from './packed-cells.ts';
import { type Attributes, isTrue, type XmlHandler } from './parse-xml.ts';
import { collectRichText, detach } from './rich-text.ts';
import { shiftFormula } from './shift-formula.ts';

export type SheetParse = {
  readonly handler: XmlHandler;
  /** The rows completed since the last call, in the order of the file. */
  takeRows(): Row[];
  /** The last column so far that holds a cell. */
  lastColumn(): number;
  readonly merges: readonly Merge[];
  readonly hiddenColumns: ReadonlySet<number>;
};

/** What one file has used of its limits so far, over all its sheets. */
export type Usage = { rows: number; cells: number; formulaLength: number };

/** Understands the elements of one worksheet part as they come. */
export function parseSheet(
  file: string,
  context: CellContext,
  comments: Comments,
  limits: Limits,
  usage: Usage,
): SheetParse {
  const merges: Merge[] = [];
  const hiddenColumns = new Set<number>();
  const shared = new Map<string, { formula: string; row: number; column: number }>();
  const rich = collectRichText();
  let rows: Row[] = [];
  let inData = false;
  let afterColumns = 1;
  let row = 0;
  let hidden = false;
  const cells = packer(context);
  let lastColumn = 0;
  let column = 0;
  let attributes: Attributes = {};
  let capture: 'none' | 'value' | 'formula' | 'inline' = 'none';
  let value: string | undefined;
  let formula: string | undefined;
  let formulaAttributes: Attributes = {};
  let inline: ReturnType<typeof rich.take> | undefined;

  const tooMany = (what: string, limit: number): never =>
    refuse('sheets.too_many', { name: file, what, limit });
  const damaged = (detail: string): never => refuse('sheets.damaged', { name: file, detail });

  function openRow(own: Attributes): void {
    row = own['r'] === undefined ? row + 1 : Number(own['r']);
    if (!(Number.isInteger(row) && row >= 1 && row <= 1_048_576)) damaged('行号不合规');
    hidden = isTrue(own['hidden']);
    column = 0;
    usage.rows++;
    if (usage.rows > limits.rows) tooMany('行数', limits.rows);
  }

  function openCell(own: Attributes): void {
    attributes = own;
    const ref = own['r'];
    const at = ref === undefined ? undefined : parseRef(ref);
    if (ref !== undefined && !at?.column) damaged(`单元格位置 ${ref} 不合规`);
    column = at ? at.column : column + 1;
    if (column > limits.columns) tooMany('列数', limits.columns);
    value = formula = inline = undefined;
  }

  function closeCell(): void {
    const comment = takeComment(row, column);
    if (value === undefined && formula === undefined && inline === undefined && comment === undefined) return;
    const type = attributes['t'] ?? 'n';
    const style = Number(attributes['s'] ?? 0);
    if (formula === undefined && comment === undefined && packed(type, style)) return;
    const cell = makeCell(
      {
        row,
        column,
        type,
        style,
        value: value === undefined ? undefined : detach(value),
        inline,
        formula: formula === undefined ? undefined : wholeFormula(formula),
        comment,
      },
      context,
    );
    if (cell) keep(cell);
  }

  /** A cell that holds nothing but its value, which most are, stays as it is in the file. */
  function packed(type: string, style: number): boolean {
    if (inline) {
      if (inline.struck !== 'as-cell') return false;
      if (inline.text === '') return true;
      cells.addInline(column, style, inline.text);
    } else {
      if (value === undefined || isNothing(type, value, context)) return true;
      cells.add(column, type, style, detach(value));
    }
    count(column);
    return true;
  }

  function keep(cell: Cell): void {
    cells.addMade(cell);
    count(cell.column);
  }

  function count(at: number): void {
    if (at > lastColumn) lastColumn = at;
    usage.cells++;
    if (usage.cells > limits.cells) tooMany('有内容的单元格数', limits.cells);
  }

  function wholeFormula(own: string): string {
    const id = formulaAttributes['t'] === 'shared' ? formulaAttributes['si'] : undefined;
    if (id === undefined) return own;
    const first = shared.get(id);
    if (own !== '' || !first) {
      shared.set(id, { formula: own, row, column });
      return own;
    }
    usage.formulaLength += first.formula.length;
    if (usage.formulaLength > limits.textLength) tooMany('公式文字总数', limits.textLength);
    return shiftFormula(first.formula, row - first.row, column - first.column);
  }

  function takeComment(atRow: number, atColumn: number): string | undefined {
    const ofRow = comments.get(atRow);
    const comment = ofRow?.get(atColumn);
    if (comment !== undefined) ofRow?.delete(atColumn);
    return comment;
  }

  /** Comments may stand where no cell element does. */
  function closeRow(): void {
    const left = comments.get(row);
    if (left) {
      for (const [at, comment] of left) keep(blankCell(row, at, comment));
      comments.delete(row);
    }
    rows.push({ number: row, hidden, cells: cells.take(row) });
  }

  function blankCell(atRow: number, atColumn: number, comment: string): Cell {
    const raw = { row: atRow, column: atColumn, type: 'n', style: 0, comment };
    const cell = makeCell({ ...raw, value: undefined, inline: undefined, formula: undefined }, context);
    if (!cell) throw new Error('a cell with a comment is never left out');
    return cell;
  }

  function closeData(): void {
    inData = false;
    hidden = false;
    for (row of [...comments.keys()].sort((a, b) => a - b)) {
      closeRow();
    }
  }

  function openOutside(name: string, own: Attributes): void {
    if (name === 'sheetData') inData = true;
    else if (name === 'col' && isTrue(own['hidden'])) {
      const to = Math.min(Number(own['max']), 16_384);
      // Ranges ascend; one that begins again before the last one's end is taken from there on.
      for (let at = Math.max(Number(own['min']), afterColumns); at <= to; at++) hiddenColumns.add(at);
      afterColumns = Math.max(afterColumns, to + 1);
    } else if (name === 'mergeCell') {
      const area = parseArea(own['ref'] ?? '');
      if (area && merges.push(area) > limits.merges) tooMany('合并单元格数', limits.merges);
    }
  }

  return {
    merges,
    hiddenColumns,
    lastColumn: () => lastColumn,
    takeRows() {
      const taken = rows;
      rows = [];
      return taken;
    },
    handler: {
      open(name, own) {
        if (!inData) openOutside(name, own);
        else if (name === 'c') openCell(own);
        else if (name === 'v') {
          capture = 'value';
          value = '';
        } else if (name === 'row') openRow(own);
        else if (name === 'f') {
          capture = 'formula';
          formula = '';
          formulaAttributes = own;
        } else if (name === 'is') capture = 'inline';
        else if (capture === 'inline') rich.open(name, own['val']);
      },
      text(piece) {
        if (capture === 'value') value += piece;
        else if (capture === 'formula') formula += piece;
        else if (capture === 'inline') rich.text(piece);
      },
      close(name) {
        if (!inData) return;
        if (name === 'c') closeCell();
        else if (name === 'v' || name === 'f') capture = 'none';
        else if (name === 'row') closeRow();
        else if (name === 'is') {
          capture = 'none';
          inline = rich.take();
        } else if (name === 'sheetData') closeData();
        else if (capture === 'inline') rich.close(name);
      },
    },
  };
}
