import type { MoneyUnit } from '#kernel/money';
import type { PlainDate } from '#kernel/plain-date';

/** A table to hand out: what a column is decides how it is written, in a workbook and in CSV alike. */
export type Table<T> = {
  /** The name on the tab. */
  readonly sheet: string;
  readonly title?: string;
  /** A line between title and header: the day the figures are of, where they come from. */
  readonly note?: string;
  readonly columns: readonly Column<T>[];
  readonly rows: Iterable<T> | AsyncIterable<T>;
  /** Columns that stay in view when the rest is scrolled sideways. */
  readonly frozenColumns?: number;
};

/** A column for the receiver to fill in; every other cell of a sheet that has one is locked. */
export type Entry = {
  /** Shown beside the cell when it is entered. */
  readonly prompt: string;
  /** The only values a text may take. */
  readonly choices?: readonly string[];
};

type Nothing = undefined | null;

export type Column<T> = {
  readonly title: string;
  /** A header above those of neighbouring columns with the same group. */
  readonly group?: string;
  /** In characters of half width; by kind unless given. */
  readonly width?: number;
  readonly entry?: Entry;
} & (
  | { readonly kind: 'text'; value(row: T): string | Nothing }
  | {
      readonly kind: 'money';
      /** Whole fen come in; the unit stands in the header, once. */
      readonly unit: MoneyUnit;
      readonly digits?: number;
      value(row: T): bigint | Nothing;
    }
  | { readonly kind: 'date'; value(row: T): PlainDate | Nothing }
  | { readonly kind: 'percent'; readonly digits?: number; value(row: T): number | Nothing }
  | {
      readonly kind: 'number';
      readonly digits?: number;
      value(row: T): number | bigint | Nothing;
    }
);

export function headerOf<T>(column: Column<T>): string {
  return column.kind === 'money' ? `${column.title}（${column.unit}）` : column.title;
}

/** What a spreadsheet would take for a formula if it were typed in; a lone dash is an empty mark. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n]./s.test(text);
}
