import type { Cell } from '../workbook.ts';
import { type CellContext, makeCell } from './make-cell.ts';

/** Where the cells of a row stand and how they are kept: one for all rows that are alike. */
type Layout = {
  readonly columns: readonly number[];
  readonly types: readonly string[];
  readonly styles: readonly number[];
};

/** The rows last looked at: their cells are made. */
type Desk = PackedCells[];

const rowsOnDesk = 4;

/** A value inside the cell, no type of the standard's. */
const inlineText = '<is>';

/**
 * The cells of one row as the file holds them. They are made when the row is looked at and dropped when others are: a
 * large sheet, read row by row, never has all of its cells in memory.
 */
class PackedCells implements ReadonlyMap<number, Cell> {
  readonly #row: number;
  readonly #layout: Layout;
  readonly #values: readonly (string | Cell)[];
  readonly #context: CellContext;
  readonly #desk: Desk;
  #made: ReadonlyMap<number, Cell> | undefined;

  constructor(
    row: number,
    layout: Layout,
    values: readonly (string | Cell)[],
    context: CellContext,
    desk: Desk,
  ) {
    this.#row = row;
    this.#layout = layout;
    this.#values = values;
    this.#context = context;
    this.#desk = desk;
  }

  get #cells(): ReadonlyMap<number, Cell> {
    if (this.#made) return this.#made;
    this.#made = this.#unpack();
    if (this.#desk.push(this) > rowsOnDesk) this.#desk.shift()!.#made = undefined;
    return this.#made;
  }

  #unpack(): Map<number, Cell> {
    const { columns, types, styles } = this.#layout;
    const cells = new Map<number, Cell>();
    for (const [at, kept] of this.#values.entries()) {
      const cell = typeof kept === 'string' ? this.#make(kept, columns[at]!, types[at]!, styles[at]!) : kept;
      if (cell) cells.set(cell.column, cell);
    }
    return cells;
  }

  #make(value: string, column: number, type: string, style: number): Cell | undefined {
    const inline = type === inlineText ? ({ text: value, struck: 'as-cell' } as const) : undefined;
    const raw = {
      row: this.#row,
      column,
      type,
      style,
      value,
      inline,
      formula: undefined,
      comment: undefined,
    };
    return makeCell(raw, this.#context);
  }

  get size(): number {
    return this.#cells.size;
  }

  get(column: number): Cell | undefined {
    return this.#cells.get(column);
  }

  has(column: number): boolean {
    return this.#cells.has(column);
  }

  keys(): MapIterator<number> {
    return this.#cells.keys();
  }

  values(): MapIterator<Cell> {
    return this.#cells.values();
  }

  entries(): MapIterator<[number, Cell]> {
    return this.#cells.entries();
  }

  forEach(visit: (cell: Cell, column: number, all: ReadonlyMap<number, Cell>) => void): void {
    this.#cells.forEach(visit);
  }

  [Symbol.iterator](): MapIterator<[number, Cell]> {
    return this.#cells.entries();
  }
}

/** Takes the cells of one row after the other: as the file holds them, or made already where they hold more than a value. */
export type Packer = {
  add(column: number, type: string, style: number, value: string): void;
  addInline(column: number, style: number, text: string): void;
  addMade(cell: Cell): void;
  /** The row's cells; the next row begins. */
  take(row: number): ReadonlyMap<number, Cell>;
};

const mostTexts = 20_000;
const shortText = 24;

export function packer(context: CellContext): Packer {
  const desk: Desk = [];
  let last: Layout = { columns: [], types: [], styles: [] };
  let columns: number[] = [];
  let types: string[] = [];
  let styles: number[] = [];
  let values: (string | Cell)[] = [];
  // Names of places, units and kinds come again in thousands of rows.
  const texts = new Map<string, string>();

  function once(text: string): string {
    if (text.length > shortText) return text;
    const known = texts.get(text);
    if (known !== undefined) return known;
    if (texts.size < mostTexts) texts.set(text, text);
    return text;
  }

  function put(column: number, type: string, style: number, value: string | Cell): void {
    columns.push(column);
    types.push(type);
    styles.push(style);
    values.push(value);
  }

  return {
    addInline: (column, style, text) => put(column, inlineText, style, once(text)),
    add: (column, type, style, value) => put(column, type, style, once(value)),
    addMade: (cell) => put(cell.column, '', 0, cell),
    take(row) {
      const alike = same(columns, last.columns) && same(types, last.types) && same(styles, last.styles);
      if (!alike) last = { columns, types, styles };
      const cells = new PackedCells(row, last, values, context, desk);
      [columns, types, styles, values] = [[], [], [], []];
      return cells;
    },
  };
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
