import type { PlainDate } from '#kernel/plain-date';

/** A workbook as it was sent: nothing interpreted beyond what the file itself says. */
export type Workbook = {
  readonly format: WorkbookFormat;
  readonly sheets: readonly Sheet[];
  /** Texts kept under defined names, such as those we mark our own workbooks with. */
  readonly marks?: ReadonlyMap<string, string>;
};

export type WorkbookFormat = 'xlsx' | 'xls' | 'csv';

export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** The last row the file mentions, valued or only formatted; 0 for an empty sheet. */
  readonly lastRow: number;
  /** The last column that holds a value, a formula or a comment; 0 for an empty sheet. */
  readonly lastColumn: number;
  /** Sparse: a row that is only formatted is present without cells, any other row is absent. */
  readonly rows: ReadonlyMap<number, Row>;
  readonly merges: readonly Merge[];
  readonly hiddenColumns: ReadonlySet<number>;
};

/** Both corners belong to the merged area; its value stands in the first cell. */
export type Merge = {
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
};

export type Row = {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<number, Cell>;
};

export type CellKind = 'text' | 'number' | 'boolean' | 'error' | 'date' | 'blank';

/** A cell with a value, a formula or a comment. Rows and columns count from 1. */
export type Cell = {
  readonly row: number;
  readonly column: number;
  readonly ref: string;
  readonly kind: CellKind;
  /** What a reader of the sheet takes from the cell; rich text joined, line ends as \n. */
  readonly text: string;
  readonly number?: number;
  /** The literal of the number in the file, so that decimals stay exact. */
  readonly rawNumber?: string;
  readonly boolean?: boolean;
  /** #REF!, #DIV/0!, #N/A … */
  readonly error?: string;
  /** The day a date-styled number holds, its time of day dropped. */
  readonly day?: PlainDate;
  /** The same with its time of day, local: 2023-05-06T08:30:00. */
  readonly dateTime?: string;
  /** Without the leading equals sign. `kind` and the value are the cached result. */
  readonly formula?: string;
  /** Struck through as a whole. */
  readonly struck: boolean;
  readonly comment?: string;
  /** The number format, where it is not the general one. */
  readonly format?: string;
};
