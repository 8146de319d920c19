import type { PlainDate } from '#kernel/plain-date';

/** What is to stand in a cell of somebody else's workbook. Its looks stay. */
export type Fill = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: FillValue;
};

export type FillValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** The literal as it is to stand in the file, so that decimals stay exact. */
  | { readonly kind: 'number'; readonly literal: string }
  /** A number where the cell is formatted as a date, else the words. */
  | { readonly kind: 'date'; readonly day: PlainDate };
