/** A cell by its place in what is shown: rows are filtered and columns may be read-only. */
export type Place = { readonly row: number; readonly column: number };

/** Where one is, from where the selection was drawn, and the column to which Enter comes back after Tabs. */
export type Cursor = { readonly at: Place; readonly anchor: Place; readonly tabFrom: number | undefined };

export type Extent = {
  readonly rows: number;
  /** Per column: whether it can be typed into. */
  readonly typed: readonly boolean[];
};

export type Step =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'row-start'
  | 'row-end'
  | 'first'
  | 'last'
  | 'next'
  | 'previous'
  | 'enter'
  | 'enter-back';

const page = 10;

export function cursorAt(at: Place): Cursor {
  return { at, anchor: at, tabFrom: undefined };
}

/** Moves as a spreadsheet does; with `extend` the selection grows from where it began. */
export function moveCursor(cursor: Cursor, extent: Extent, step: Step, extend = false): Cursor {
  const { at, anchor, tabFrom } = cursor;
  if (step === 'next' || step === 'previous') {
    const to = nextTyped(at, extent, step === 'next' ? 1 : -1) ?? at;
    return { at: to, anchor: to, tabFrom: step === 'next' ? (tabFrom ?? at.column) : undefined };
  }
  const to = within(target(cursor, extent, step), extent);
  if (step === 'enter' || step === 'enter-back') return cursorAt(to);
  return extend ? { at: to, anchor, tabFrom: undefined } : cursorAt(to);
}

/** Rows may vanish below the cursor when a filter changes. */
export function keepWithin(cursor: Cursor, extent: Extent): Cursor {
  const at = within(cursor.at, extent);
  const anchor = within(cursor.anchor, extent);
  const same = (a: Place, b: Place) => a.row === b.row && a.column === b.column;
  return same(at, cursor.at) && same(anchor, cursor.anchor) ? cursor : { ...cursor, at, anchor };
}

export type Block = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

export function selectedBlock({ at, anchor }: Cursor): Block {
  return {
    top: Math.min(at.row, anchor.row),
    bottom: Math.max(at.row, anchor.row),
    left: Math.min(at.column, anchor.column),
    right: Math.max(at.column, anchor.column),
  };
}

function target({ at, tabFrom }: Cursor, { rows, typed }: Extent, step: Step): Place {
  const { row, column } = at;
  switch (step) {
    case 'up':
      return { row: row - 1, column };
    case 'down':
      return { row: row + 1, column };
    case 'left':
      return { row, column: column - 1 };
    case 'right':
      return { row, column: column + 1 };
    case 'page-up':
      return { row: row - page, column };
    case 'page-down':
      return { row: row + page, column };
    case 'row-start':
      return { row, column: Math.max(0, typed.indexOf(true)) };
    case 'row-end':
      return { row, column: Math.max(0, typed.lastIndexOf(true)) };
    case 'first':
      return { row: 0, column: Math.max(0, typed.indexOf(true)) };
    case 'last':
      return { row: rows - 1, column: Math.max(0, typed.lastIndexOf(true)) };
    case 'enter':
      return { row: row + 1, column: tabFrom ?? column };
    case 'enter-back':
      return { row: row - 1, column };
    default:
      return at;
  }
}

/** The next cell to type into, over the end of a row to the next row; undefined past the last. */
function nextTyped({ row, column }: Place, { rows, typed }: Extent, by: 1 | -1): Place | undefined {
  const wide = typed.length;
  for (let at = row * wide + column + by; at >= 0 && at < rows * wide; at += by) {
    if (typed[at % wide]) return { row: Math.floor(at / wide), column: at % wide };
  }
  return undefined;
}

function within({ row, column }: Place, { rows, typed }: Extent): Place {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, typed.length - 1)),
  };
}
