import type { Column, Mapping } from './column.ts';
import type { Place } from './dictionary.ts';
import type { Finding } from './finding.ts';
import type { SkipWhy } from './row-kind.ts';

/** A data row and what was read from it. */
export type RowResult<R> = {
  readonly sheet: string;
  readonly row: number;
  readonly status: 'accepted' | 'rejected';
  readonly record: R | null;
  /** The name as read, also where the row was rejected. */
  readonly nameRead: string | null;
  /** The project it belongs to. */
  readonly key?: string | null;
  /** The project of a rejected row, where it is known for certain. */
  readonly belongsTo?: string;
  /** Reference (`rowRef`) of the row that stands for the project; after numbering, its key. */
  readonly duplicateOf?: string;
  /** A project with a similar name, for a person to confirm. */
  readonly proposal?: { readonly key: string; readonly name: string; readonly score: number };
  readonly findings: readonly Finding[];
};

export type SkipResult = {
  readonly sheet: string;
  readonly row: number;
  readonly why: SkipWhy;
  readonly statedFen?: Readonly<Record<string, string>>;
  readonly asserted?: boolean;
  readonly findings?: readonly Finding[];
};

export type SheetResult = {
  readonly name: string;
  /** Nothing to read in it, and why. */
  readonly ignored?: true;
  readonly why?: 'empty' | 'instructions' | 'hidden' | 'no-projects';
  readonly headerRows?: readonly number[];
  readonly columns?: readonly Column[];
  readonly stage?: string;
  readonly district?: Place;
  /** Month plans count from January. */
  readonly cumulative?: true;
  /** What a person should look at before the rows are taken, in Chinese. */
  readonly doubts: readonly string[];
};

export type ReadResult<R> = {
  readonly kind: 'list' | 'report';
  readonly sheets: readonly SheetResult[];
  readonly rows: readonly RowResult<R>[];
  readonly skip: readonly SkipResult[];
  /** All findings of all rows, in the order of the workbook. */
  readonly findings: readonly Finding[];
  /** How the columns were read, to be corrected and kept for the sender's next workbook. */
  readonly mapping: Mapping;
};

export function rowRef(sheet: string, row: number): string {
  return `${sheet}!${row}`;
}
