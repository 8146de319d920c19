import type { Block } from './cursor.ts';
import type { FactName, FactValue } from './fact.ts';
import { gridTexts } from './grid-texts.ts';
import { readFact, type Setting } from './read-fact.ts';

export type PasteColumn = {
  readonly title: string;
  /** What is typed here; absent: the column is shown only. */
  readonly fact?: FactName;
  /** The project's name: a pasted one must be that of the row. */
  readonly isName?: boolean;
};

export type PasteRow = {
  readonly rowId: string;
  readonly name: string;
  /** Why the row cannot be typed into now, as its state is called. */
  readonly closed?: string | undefined;
};

export type PastedCell = { readonly rowId: string; readonly fact: FactName; readonly value: FactValue };

export type Pasted =
  | { readonly cells: readonly PastedCell[]; readonly skipped: number; readonly block: Block }
  | { readonly refused: readonly string[] };

type Target = {
  readonly rows: readonly PasteRow[];
  readonly columns: readonly PasteColumn[];
  readonly selected: Block;
  readonly setting: Setting;
};

/** Where a block of the clipboard goes, whole or not at all. One cell alone fills the selection. */
export function pasteBlock(block: readonly (readonly string[])[], target: Target): Pasted {
  const { rows, columns, selected } = target;
  const [top, left] = [selected.top, selected.left];
  const content = withoutTitles(block, columns.slice(left));
  const wide = Math.max(0, ...content.map((row) => row.length));
  if (content.length === 0 || wide === 0) return { refused: [gridTexts.nothingToPaste] };
  if (content.length === 1 && wide === 1) {
    return place(target, selected, () => content[0]?.[0] ?? '');
  }
  const room = { rows: rows.length - top, columns: columns.length - left };
  const refused = [
    ...(content.length > room.rows ? [gridTexts.tooManyRows(content.length, room.rows)] : []),
    ...(wide > room.columns ? [gridTexts.tooManyColumns(wide, room.columns)] : []),
  ];
  if (refused.length > 0) return { refused };
  const filled = { top, left, bottom: top + content.length - 1, right: left + wide - 1 };
  return place(target, filled, (row, column) => content[row - top]?.[column - left]);
}

function place(
  { rows, columns, setting }: Target,
  block: Block,
  textAt: (row: number, column: number) => string | undefined,
): Pasted {
  const cells: PastedCell[] = [];
  const refused: string[] = [];
  let skipped = 0;
  for (let at = block.top; at <= block.bottom; at += 1) {
    const row = rows[at];
    if (!row) continue;
    const closed = row.closed;
    const before = cells.length;
    for (let column = block.left; column <= block.right; column += 1) {
      const text = textAt(at, column);
      const { fact, title, isName } = columns[column] ?? { title: '' };
      if (text === undefined) continue;
      if (isName && sameName(text) !== '' && sameName(text) !== sameName(row.name)) {
        refused.push(`${gridTexts.faultAt(at + 1, title)}：${gridTexts.otherProject(text.trim(), row.name)}`);
      }
      if (!fact) {
        skipped += 1;
        continue;
      }
      const read = readFact(fact, text, setting);
      if (read.wrong !== undefined) refused.push(`${gridTexts.faultAt(at + 1, title)}：${read.wrong}`);
      else cells.push({ rowId: row.rowId, fact, value: read.value });
    }
    if (closed !== undefined && cells.length > before) refused.push(gridTexts.closedRow(row.name, closed));
  }
  if (refused.length > 0) return { refused };
  return cells.length === 0 ? { refused: [gridTexts.closedCell] } : { cells, skipped, block };
}

function sameName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

/** A first row that only repeats the titles of these columns was copied along. */
function withoutTitles(
  block: readonly (readonly string[])[],
  columns: readonly PasteColumn[],
): readonly (readonly string[])[] {
  const first = block[0] ?? [];
  const plain = (text: string) => sameName(text).replace(/\(.*\)$/, '');
  const isTitles =
    block.length > 1 &&
    first.every((text, at) => text !== '' && plain(text) === plain(columns[at]?.title ?? ''));
  return isTitles ? block.slice(1) : block;
}
